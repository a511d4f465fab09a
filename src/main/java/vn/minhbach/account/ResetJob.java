package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Looks whether there is an account whose owner has forgotten its password, a moment after they said so. */
@ApplicationScoped
public class ResetJob implements Job.Single {

    @Inject
    ResetService resets;

    /** What it is told: from where somebody asked, and what they typed. */
    static String about(String typed, String address) {
        return address + " " + typed;
    }

    @Override
    public String name() {
        return "password-reset";
    }

    @Override
    public void run(String about) {
        var space = about.indexOf(' ');
        Acting.asPortal(() -> resets.send(about.substring(space + 1), about.substring(0, space)));
    }
}
