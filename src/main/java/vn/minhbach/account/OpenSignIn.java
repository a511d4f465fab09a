package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody is signed in, with one browser on one device, until they sign out, it is ended, or it has lasted long enough. */
@Entity
@Table(name = "account_session")
public class OpenSignIn {

    /** How exactly it is known when somebody was last seen; so not every request writes. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_session_seq")
    @SequenceGenerator(name = "account_session_seq", sequenceName = "account_session_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    private String digest = "";

    private long stamp;

    @Column(name = "began_at")
    private Instant beganAt = Instant.EPOCH;

    @Column(name = "seen_at")
    private Instant seenAt = Instant.EPOCH;

    private String address = "";

    private String browser = "";

    private String system = "";

    private boolean proved;

    protected OpenSignIn() {}

    OpenSignIn(String digest, User user, boolean proved, Visitor visitor, Instant now) {
        this.digest = digest;
        this.user = user;
        this.stamp = user.getStamp();
        this.proved = proved;
        this.beganAt = now;
        this.seenAt = now;
        this.address = visitor.address();
        this.browser = visitor.browser();
        this.system = visitor.system();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    User getUser() {
        return Objects.requireNonNull(user);
    }

    public Instant getBeganAt() {
        return beganAt;
    }

    public Instant getSeenAt() {
        return seenAt;
    }

    public String getAddress() {
        return address;
    }

    public String getBrowser() {
        return browser;
    }

    public String getSystem() {
        return system;
    }

    /** Whether more than a password was shown. */
    boolean isProved() {
        return proved;
    }

    String getDigest() {
        return digest;
    }

    /** Whether it still holds: its owner may sign in, has not ended it, was seen lately, and it has not lasted too long. */
    boolean holds(Instant now, Duration idle, Duration longest) {
        return getUser().isActive()
                && stamp == getUser().getStamp()
                && now.isBefore(seenAt.plus(idle))
                && now.isBefore(beganAt.plus(longest));
    }

    boolean isStale(Instant now) {
        return now.isAfter(seenAt.plus(EXACT));
    }

    void see(Instant now) {
        seenAt = now;
    }

    void prove() {
        proved = true;
    }

    /** Goes on although the account's stamp is another: its owner has changed it from here. */
    void goOn() {
        stamp = getUser().getStamp();
    }
}
