package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last entry of those that were taken out of the audit because they had been kept long enough: place and digest. */
@Entity
@Table(name = "audit_anchor")
public class AuditAnchor {

    @Id
    @Column(name = "chain_position")
    private long position;

    private String digest = "";

    @Column(name = "removed_at")
    private Instant removedAt = Instant.EPOCH;

    protected AuditAnchor() {}

    AuditAnchor(AuditChain.Head last, Instant removedAt) {
        position = last.position();
        digest = last.digest();
        this.removedAt = removedAt;
    }

    AuditChain.Head head() {
        return new AuditChain.Head(position, digest);
    }
}
