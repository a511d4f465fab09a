package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets somebody choose a password, once. Kept is the digest of its secret only: whoever reads the database cannot use it.
 */
@Entity
@Table(name = "account_ticket")
public class Ticket {

    @Id
    private String digest = "";

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @Enumerated(EnumType.STRING)
    private Purpose purpose = Purpose.RESET;

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "ends_at")
    private Instant endsAt = Instant.EPOCH;

    /** What a link is for, which says how long it holds. */
    public enum Purpose {
        /** The first password of a new colleague, or a new one that an administrator lets them choose. */
        INVITATION(72 * 60),
        /** A forgotten password, asked for by its owner. */
        RESET(30);

        private final int minutes;

        Purpose(int minutes) {
            this.minutes = minutes;
        }

        public int getMinutes() {
            return minutes;
        }
    }

    protected Ticket() {}

    Ticket(String digest, User user, Purpose purpose, Instant madeAt) {
        this.digest = digest;
        this.user = user;
        this.purpose = purpose;
        this.madeAt = madeAt;
        this.endsAt = madeAt.plusSeconds(60L * purpose.minutes);
    }

    User getUser() {
        return Objects.requireNonNull(user);
    }

    public Purpose getPurpose() {
        return purpose;
    }

    Instant getMadeAt() {
        return madeAt;
    }

    boolean holds(Instant now) {
        return now.isBefore(endsAt) && getUser().isActive();
    }
}
