package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Forgets each day what was counted more than a year and a month ago. */
@ApplicationScoped
public class ForgetCounts implements Job.Daily {

    @Inject
    SearchDeskService service;

    @Override
    public String name() {
        return "forget-counts";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 40);
    }

    @Override
    public void run() {
        Acting.asPortal(service::forgetCounts);
    }
}
