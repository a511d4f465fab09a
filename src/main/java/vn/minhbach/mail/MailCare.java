package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Looks through the outbox each day: for letters that nobody was reminded of, and for those that may be forgotten. */
@ApplicationScoped
public class MailCare implements Job.Daily {

    @Inject
    MailService mail;

    @Override
    public String name() {
        return "mail-care";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 10);
    }

    @Override
    public void run() {
        Acting.asPortal(mail::care);
    }
}
