package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.shared.Faults;

/**
 * Reminds the staff in the morning of what is due, tells them what is new, and tells senders where late matters stand. What was told is not told again, so it bears
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
        return InboxReminderService.MORNING;
    }

    @Override
    public void run() {
        Acting.asPortal(this::tellEverybody);
    }

    /** What fails for one keeps nobody else from hearing; the job is tried again. */
    private void tellEverybody() {
        var failures = new ArrayList<RuntimeException>();
        attempt(service::remindStaff, failures);
        attempt(service::tellNews, failures);
        service.late().forEach(id -> attempt(() -> service.tellSender(id), failures));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static void attempt(Runnable work, List<RuntimeException> failures) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Another node was faster, which is as well.
            if (!Faults.isCollision(e)) {
                failures.add(e);
            }
        }
    }
}
