package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Actor;
import vn.minhbach.web.Throttle;

/**
 * Writes down who tried to sign in and could not. Anybody may try, as often as they like, and the audit is kept for years: so of one network only so
 * many tries come into it in an hour, of one account so many, and so many of all that name no account. Each of them stands in the log of the server.
 */
@ApplicationScoped
class StrangerAudit {

    private static final Logger LOG = Logger.getLogger(StrangerAudit.class.getName());

    /** Whose account is tried, if it is nobody's or not known. */
    static final String UNKNOWN = "?";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Throttle.Limit EACH = new Throttle.Limit("audit", 100, HOUR);
    private static final Throttle.Limit OF_ACCOUNT = new Throttle.Limit("audit account", 200, HOUR);

    /** Who tries names that nobody has keeps no try with a name that somebody has out of the audit. */
    private static final Throttle.Limit OF_NOBODY = new Throttle.Limit("audit nobody", 2_000, HOUR);

    @Inject
    Audit audit;

    @Inject
    Throttle throttle;

    protected StrangerAudit() {}

    /** Without a server, for tests. */
    StrangerAudit(Audit audit, Throttle throttle) {
        this.audit = audit;
        this.throttle = throttle;
    }

    /**
     * Somebody did not get in.
     *
     * @param way by which they tried; empty for a password
     * @param account the name of an account; {@link #UNKNOWN} if it is not known, or there is none of that name
     */
    void failed(String way, String account, String address) {
        failed(way, account, address, "");
    }

    /** @param why for the server's log; empty if that is known by the way */
    void failed(String way, String account, String address, String why) {
        LOG.log(Level.INFO, "Sign-in failed: {0} from {1} {2} {3}", new Object[] {account, address, way, why});
        var whose = account.equals(UNKNOWN) ? OF_NOBODY : OF_ACCOUNT;
        if (throttle.takeFrom(EACH, address).isZero()
                && throttle.take(whose, account).isZero()) {
            audit.refused(Actor.NOBODY, new Audit.Deed("SIGN_IN", way, account + " · " + address));
        }
    }
}
