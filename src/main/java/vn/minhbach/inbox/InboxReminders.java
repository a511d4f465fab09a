package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.shared.Faults;

/**
 * Reminds the staff in the morning of what is due, and tells senders where late matters stand. What was told is not told again, so it bears
 * being done twice, on several nodes, and after a time in which the portal was down.
 */
@ApplicationScoped
public class InboxReminders implements Job.Daily {

    @Inject
    InboxReminderService service;

    @Override
    public String name() {
        return "inbox-reminders";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 45);
    }

    @Override
    public void run() {
        Acting.asPortal(this::tellEverybody);
    }

    /** What fails for one sender keeps nobody else from hearing; the job is tried again. */
    private void tellEverybody() {
        service.remindStaff();
        @Nullable RuntimeException failure = null;
        for (var id : service.late()) {
            try {
                service.tellSender(id);
            } catch (RuntimeException e) {
                // Another node was faster, which is as well.
                if (!Faults.isCollision(e)) {
                    failure = e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
