package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** Where the chain of the audit ends, in the one row that whoever seals entries holds; and what the last check of it found. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

    static final long ONLY = 1;

    @Id
    private long id = ONLY;

    @Column(name = "chain_position")
    private long position;

    private String digest = AuditChain.START;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    private String faults = "";

    protected AuditHead() {}

    void seal(AuditEntry entry) {
        position++;
        digest = AuditChain.digest(digest, position, entry);
        entry.sealed(position, digest);
    }

    void checked(Instant now, String faults) {
        checkedAt = now;
        this.faults = Text.cut(faults, 2_000);
    }

    AuditChain.Head head() {
        return new AuditChain.Head(position, digest);
    }

    @Nullable Instant getCheckedAt() {
        return checkedAt;
    }

    String getFaults() {
        return faults;
    }
}
