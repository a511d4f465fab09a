package vn.minhbach.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Checks all pages that are due, a batch at a time; what was checked stays checked if the node dies meanwhile. */
@ApplicationScoped
public class QualityCheck implements Job.Single {

    @Inject
    QualityService service;

    @Override
    public String name() {
        return "check-quality";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(String about) {
        while (Acting.asPortal(service::check) > 0) {
            // Until nothing is due any more.
        }
    }
}
