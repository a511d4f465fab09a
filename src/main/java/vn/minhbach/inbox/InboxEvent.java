package vn.minhbach.inbox;

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
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Secret;

/** Something that was done with a submission, with what was said; never altered. Messages of sender and office are such steps. */
@Entity
@Table(name = "inbox_event")
public class InboxEvent {

    private static final int SEAL_BYTES = 16;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_event_seq")
    @SequenceGenerator(name = "inbox_event_seq", sequenceName = "inbox_event_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "submission_id")
    private long submission;

    @Column(name = "done_at")
    private Instant at = Instant.EPOCH;

    /** The account; empty for the sender. */
    private String actor = "";

    @Enumerated(EnumType.STRING)
    private InboxDeed deed = InboxDeed.SUBMIT;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private InboxState to = InboxState.RECEIVED;

    /** Tells it from the other steps of its submission, to which what was said is bound. */
    @Column(name = "seal_id", updatable = false)
    private String sealId = "";

    @Column(name = "text_sealed")
    private String textSealed = "";

    /** Where it went: a unit's slug or another body; empty for nowhere. */
    private String target = "";

    /** By which the same form sent again is known; null for what comes from no public form. */
    @Column(name = "form_key")
    private @Nullable String formKey;

    protected InboxEvent() {}

    InboxEvent(
            long submission,
            Instant at,
            String actor,
            InboxDeed deed,
            InboxState to,
            String target,
            @Nullable String formKey) {
        this.submission = submission;
        sealId = Secret.next(SEAL_BYTES);
        this.at = at;
        this.actor = actor;
        this.deed = deed;
        this.to = to;
        this.target = target;
        this.formKey = formKey;
    }

    /** Keeps what was said, sealed. */
    void say(String text, Submission of, FieldCipher cipher) {
        textSealed = cipher.seal(text, InboxSeals.SAID, sealedRow(of.getSealId()));
    }

    private SealedRow sealedRow(String matter) {
        return SealedRow.of("inbox_event", sealId, deed.name(), matter);
    }

    /** Lets go of what was said; that it was done, when and by whom stays. */
    void forget() {
        textSealed = "";
        formKey = null;
    }

    @Nullable
    Long getId() {
        return id;
    }

    @Nullable
    String getFormKey() {
        return formKey;
    }

    long getSubmission() {
        return submission;
    }

    public Instant getAt() {
        return at;
    }

    public String getActor() {
        return actor;
    }

    public InboxDeed getDeed() {
        return deed;
    }

    public InboxState getTo() {
        return to;
    }

    /** @param matter the identity of its submission */
    SealedValue getTextSealed(String matter) {
        return new SealedValue(InboxSeals.SAID, sealedRow(matter), textSealed);
    }

    public String getTarget() {
        return target;
    }
}
