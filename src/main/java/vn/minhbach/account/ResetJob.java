package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Looks whether there is an account whose owner has forgotten its password, some seconds after they said so. */
@ApplicationScoped
public class ResetJob implements Job.Single {

    @Inject
    ResetService resets;

    @Override
    public String name() {
        return "password-reset";
    }

    @Override
    public void run(String about) {
        Acting.asPortal(() -> resets.send(about));
    }
}
