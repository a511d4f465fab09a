package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Makes what was scheduled public, at its minute. */
@ApplicationScoped
public class ReleaseItems implements Job.Single {

    @Inject
    ItemKinds kinds;

    @Override
    public String name() {
        return "release-item";
    }

    @Override
    public void run(String about) {
        var due = Due.of(about);
        Acting.asPortal(() -> kinds.of(due.kind()).release(due.id(), due.when()));
    }
}
