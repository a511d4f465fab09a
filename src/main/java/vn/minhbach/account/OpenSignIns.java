package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.Secret;

/**
 * Knows who is signed in. The server's session holds a secret, this table its digest: where the row is gone, the session is nobody's,
 * on whichever node it lives.
 */
@ApplicationScoped
@Transactional
class OpenSignIns {

    private static final int SECRET_BYTES = 24;

    @Inject
    OpenSignInRepository open;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** Minutes after which somebody who does nothing is signed out. */
    @Inject
    @ConfigProperty(name = "portal.session.idle", defaultValue = "60")
    int idleMinutes = 60;

    /** Hours after which everybody signs in again, whatever they do. */
    @Inject
    @ConfigProperty(name = "portal.session.longest", defaultValue = "12")
    int longestHours = 12;

    protected OpenSignIns() {}

    OpenSignIns(OpenSignInRepository open, Accounts accounts, Clock clock) {
        this.open = open;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Somebody has shown who they are.
     *
     * @return the secret by which they are known from now on; empty if the account was closed or changed since they showed it
     */
    Optional<String> begin(SignIns.Proof proof, boolean proved, Visitor visitor) {
        var now = now();
        open.removeUnseenSince(now.minus(longest()));
        var user = accounts.byName(proof.name())
                .filter(each -> each.isActive() && each.getStamp() == proof.stamp())
                .orElse(null);
        if (user == null) {
            return Optional.empty();
        }
        var secret = Secret.next(SECRET_BYTES);
        open.add(new OpenSignIn(digest(secret), user, proved, visitor, now));
        accounts.noteSignIn(user);
        return Optional.of(secret);
    }

    /** Who is known by a secret; empty if nobody is, or no longer. */
    Optional<OpenSignIn> find(String secret) {
        return open.find(digest(secret)).filter(one -> one.holds(clock.instant(), idle(), longest()));
    }

    /** Notes that somebody was here, now and then. */
    void see(OpenSignIn seen) {
        if (seen.isStale(clock.instant())) {
            open.find(seen.getDigest()).ifPresent(one -> one.see(now()));
        }
    }

    List<OpenSignIn> of(String name) {
        return open.of(name).stream()
                .filter(one -> one.holds(clock.instant(), idle(), longest()))
                .toList();
    }

    void end(String secret) {
        open.remove(digest(secret));
    }

    boolean end(long id, User owner) {
        return open.remove(id, owner);
    }

    /** Ends all but the one from which this is asked. */
    int endOthers(User owner, String secret) {
        return open.removeOthers(owner, digest(secret));
    }

    /** Lets the one from which somebody changed their account go on. */
    void goOn(User owner, String secret) {
        open.find(digest(secret))
                .filter(one -> one.getUser().getName().equals(owner.getName()))
                .ifPresent(OpenSignIn::goOn);
    }

    /** More than a password was shown from here by now. */
    void prove(User owner, String secret) {
        open.find(digest(secret))
                .filter(one -> one.getUser().getName().equals(owner.getName()))
                .ifPresent(OpenSignIn::prove);
    }

    Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    Duration longest() {
        return Duration.ofHours(longestHours);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String digest(String secret) {
        return Secret.mark(secret);
    }
}
