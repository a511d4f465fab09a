package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** One line of the audit: who did what to what, and whether it was done or refused. Never altered, but for the seal. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    /** What became of it. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    private @Nullable Long id;

    private Instant at = Instant.EPOCH;

    private String actor = "";

    private String deed = "";

    private String method = "";

    private String subject = "";

    @Enumerated(EnumType.STRING)
    private Outcome outcome = Outcome.DONE;

    @Column(name = "request_id")
    private String requestId = "";

    private String address = "";

    /** The place in the {@link AuditChain}; null until it is sealed, a moment after the deed. */
    @Column(name = "chain_position")
    private @Nullable Long position;

    private @Nullable String digest;

    protected AuditEntry() {}

    AuditEntry(Instant at, String actor, Audit.Deed deed, Outcome outcome, String requestId, String address) {
        // As precise as the database keeps it: what was sealed must be what is read.
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = Text.cut(Text.line(actor), 60);
        this.deed = deed.name();
        this.method = Text.cut(deed.method(), 120);
        this.subject = Text.cut(Text.line(deed.subject()), 300);
        this.outcome = outcome;
        this.requestId = requestId;
        this.address = Text.cut(address, 45);
    }

    /** Gives it its place, once. */
    void sealed(long position, String digest) {
        if (this.position != null) {
            throw new IllegalStateException("Sealed already: " + id);
        }
        this.position = position;
        this.digest = digest;
    }

    /** The place in the chain; 0 while it has none. */
    long place() {
        return Objects.requireNonNullElse(position, 0L);
    }

    String getDigest() {
        return Objects.requireNonNullElse(digest, "");
    }

    public @Nullable Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    /** The account's name; empty for somebody who had not signed in. */
    public String getActor() {
        return actor;
    }

    /** The permission that the deed takes, or SIGN_IN, SIGN_OUT. */
    public String getDeed() {
        return deed;
    }

    public String getMethod() {
        return method;
    }

    public String getSubject() {
        return subject;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    /** From where it was done; empty for what the portal does by itself. */
    public String getAddress() {
        return address;
    }

    /** Under which the log of the server speaks of the request. */
    public String getRequestId() {
        return requestId;
    }
}
