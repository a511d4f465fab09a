package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Archives what was to be shown until now. */
@ApplicationScoped
public class ExpireItems implements Job.Single {

    @Inject
    ItemKinds kinds;

    @Override
    public String name() {
        return "expire-item";
    }

    @Override
    public void run(String about) {
        var due = Due.of(about);
        Acting.asPortal(() -> kinds.of(due.kind()).expire(due.id(), due.when()));
    }
}
