package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.shared.Secret;

/** Sends the owner of an account the link who has forgotten its password, a moment after they said so; where there is no such account, nothing. */
@ApplicationScoped
public class ResetJob implements Job.Single {

    @Inject
    ResetService resets;

    private static final int WORD_BYTES = 9;

    /**
     * What it is told: which account somebody means and from where they asked. A word of chance stands behind: each asking is a row of its own, or it
     * would be told by the time it takes whether another one about the same account waits.
     *
     * @param account its number; 0 if there is none
     */
    static String about(long account, String address) {
        return account + " " + address + " " + Secret.next(WORD_BYTES);
    }

    @Override
    public String name() {
        return "password-reset";
    }

    @Override
    public void run(String about) {
        var parts = about.split(" ", -1);
        if (parts.length == 3 && parts[0].matches("\\d{1,18}")) {
            Acting.asPortal(() -> resets.send(Long.parseLong(parts[0]), parts[1]));
        }
        // What was put by before accounts were named by number holds what somebody typed: it is let go of, and they ask
        // once more.
    }
}
