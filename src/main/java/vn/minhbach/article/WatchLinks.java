package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;

/** Takes over each night where public articles lead, and has looked at what was not for a week. */
@ApplicationScoped
public class WatchLinks implements Job.Daily {

    @Inject
    ArticleLinkService links;

    @Inject
    CheckLinks check;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "watch-links";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 10);
    }

    @Override
    public void run() {
        var after = 0L;
        do {
            var last = after;
            after = Acting.asPortal(() -> links.refresh(last));
        } while (after > 0);
        jobs.once(check, "1", clock.instant());
    }
}
