package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;

/**
 * A slip that somebody has begun to take down and not filed, as it stood a few seconds ago: who calls is not asked to say all of it once more because a
 * browser died. It is theirs alone and lies sealed as what is filed will be. Of each kind they have one; once it is filed only its mark is
 * left, by which what arrives late is known.
 */
@Entity
@Table(name = "inbox_slip")
class InboxSlip {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_slip_seq")
    @SequenceGenerator(name = "inbox_slip_seq", sequenceName = "inbox_slip_seq", allocationSize = 50)
    private @Nullable Long id;

    private String account = "";

    @Column(name = "kind_key")
    private String kind = "";

    /** A digest of the token of its form; of the last that was filed, where nothing is begun. */
    @Column(name = "form_key")
    private String formKey = "";

    @Column(name = "token_sealed")
    private String tokenSealed = "";

    @Column(name = "typed_sealed")
    private String typedSealed = "";

    @Column(name = "kept_at")
    private Instant keptAt = Instant.EPOCH;

    @Version
    private long version;

    protected InboxSlip() {}

    InboxSlip(String account, String kind) {
        this.account = account;
        this.kind = kind;
    }

    /** As what is begun is bound to whoever began it. */
    SealedRow sealedRow() {
        return SealedRow.of("inbox_slip", account, kind);
    }

    /** Takes over what was sealed for {@link #sealedRow()}. */
    void keep(String form, String token, String typed, Instant now) {
        formKey = form;
        tokenSealed = token;
        typedSealed = typed;
        keptAt = now;
    }

    /** It was filed, or given up: nothing is begun. */
    void end(String form, Instant now) {
        keep(form, "", "", now);
    }

    /** Whether it was the last that was filed or given up. */
    boolean isEnded(String form) {
        return !isBegun() && formKey.equals(form);
    }

    /** Whether somebody has begun it, and it is not filed yet. */
    boolean isBegun() {
        return !tokenSealed.isEmpty();
    }

    @Nullable
    Long getId() {
        return id;
    }

    String getAccount() {
        return account;
    }

    String getKind() {
        return kind;
    }

    String getFormKey() {
        return formKey;
    }

    SealedValue getTokenSealed() {
        return new SealedValue(InboxSeals.SLIP_TOKEN, sealedRow(), tokenSealed);
    }

    SealedValue getTypedSealed() {
        return new SealedValue(InboxSeals.SLIP, sealedRow(), typedSealed);
    }

    Instant getKeptAt() {
        return keptAt;
    }
}
