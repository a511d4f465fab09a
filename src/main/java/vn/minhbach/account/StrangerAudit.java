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
 * many tries come into it in an hour, and so many of all together. What more there is stands in the log of the server, as do these.
 */
@ApplicationScoped
class StrangerAudit {

    private static final Logger LOG = Logger.getLogger(StrangerAudit.class.getName());
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Throttle.Limit EACH = new Throttle.Limit("audit", 100, HOUR);
    private static final Throttle.Limit ALL = new Throttle.Limit("audit all", 2_000, HOUR);

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
     * @param account the name of an account; "?" if it is not known, or there is none of that name
     */
    void failed(String way, String account, String address) {
        failed(way, account, address, "");
    }

    /** @param why for the server's log; empty if that is known by the way */
    void failed(String way, String account, String address, String why) {
        if (throttle.takeFrom(EACH, address).isZero() && throttle.take(ALL, "").isZero()) {
            audit.refused(Actor.NOBODY, new Audit.Deed("SIGN_IN", way, account + " · " + address));
            LOG.log(Level.INFO, "Sign-in failed: {0} from {1} {2} {3}", new Object[] {account, address, way, why});
        }
    }
}
