package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Reminds the board in the morning of what somebody wanted to be looked at again by this day, and clears up. */
@ApplicationScoped
public class ReviewReminders implements Job.Daily {

    @Inject
    ItemKinds kinds;

    @Override
    public String name() {
        return "review-reminders";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 30);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> kinds.all().forEach(ItemKind::daily));
    }
}
