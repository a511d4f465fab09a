package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/**
 * Lets go, each night, of the senders of what was kept long enough, and of half answers that nobody came back for. Done twice it finds nothing
 * more to do.
 */
@ApplicationScoped
public class AnonymiseOld implements Job.Daily {

    @Inject
    RetentionService service;

    @Inject
    InboxDraftService drafts;

    @Override
    public String name() {
        return "inbox-retention";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 40);
    }

    @Override
    public void run() {
        Acting.asPortal(drafts::forgetOld);
        var more = true;
        while (more) {
            more = Acting.asPortal(service::anonymiseSome);
        }
    }
}
