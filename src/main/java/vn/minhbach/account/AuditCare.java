package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Checks the audit each day, and then takes out of it what was kept long enough. */
@ApplicationScoped
public class AuditCare implements Job.Daily {

    @Inject
    AuditService service;

    @Override
    public String name() {
        return "audit-care";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 30);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> {
            // What cannot be explained any more is not taken out on top of it.
            if (service.check().isSound()) {
                service.forgetOld();
            }
        });
    }
}
