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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Secret;
import vn.minhbach.shared.Time;

/**
 * Something that a citizen sent: who they are and what they wrote, sealed; where it stands, who has it, and until when something is due.
 * What is sealed is opened by {@code FieldCipher} for whoever may see it; nothing of it stands in lists, index or log.
 */
@Entity
@Table(name = "inbox_submission")
public class Submission {

    /** Stands for no day, behind all others. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int SEAL_BYTES = 16;

    /** By these the sender says something that whoever has it is to read. */
    static final Set<InboxDeed> WRITING =
            EnumSet.of(InboxDeed.ADD, InboxDeed.SUPPLEMENT, InboxDeed.OBJECT, InboxDeed.REMIND);

    /** These tell nothing of whether somebody has read what the sender wrote: they are done to many at once, or lay it before others. */
    static final Set<InboxDeed> UNREAD = EnumSet.of(
            InboxDeed.ASSIGN,
            InboxDeed.UNMERGE,
            InboxDeed.MARK_PRIVATE,
            InboxDeed.MARK_GENUINE,
            InboxDeed.TAKE_BACK,
            InboxDeed.RATE);

    /** Whoever of the staff does this with what looked as if a program had sent it has read it, and takes it as a person's. */
    static final Set<InboxDeed> TAKEN_AS_GENUINE =
            EnumSet.of(InboxDeed.ASSIGN, InboxDeed.ASK_MORE, InboxDeed.BEGIN, InboxDeed.DRAFT);

    /** What the sender says of the answer. */
    public enum Rating {
        /** It answers what was asked. */
        ANSWERED,
        /** Something was promised, and not done. */
        PROMISED,
        /** It is off the point. */
        OFF_THE_POINT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_submission_seq")
    @SequenceGenerator(name = "inbox_submission_seq", sequenceName = "inbox_submission_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "kind_key")
    private String kind = "";

    @Enumerated(EnumType.STRING)
    private InboxState state = InboxState.RECEIVED;

    /** What lies sealed of it, and of all that belongs to it, opens under this identity alone; no other submission ever has it. */
    @Column(name = "seal_id", updatable = false)
    private String sealId = "";

    @Column(name = "code_sealed")
    private String codeSealed = "";

    @Column(name = "code_key")
    private String codeKey = "";

    /** A digest of the form that was sent: the same form sent again is the same submission. */
    @Column(name = "form_key")
    private String formKey = "";

    private String language = "vi";

    @Column(name = "name_sealed")
    private String nameSealed = "";

    @Column(name = "address_sealed")
    private String addressSealed = "";

    @Column(name = "phone_sealed")
    private String phoneSealed = "";

    @Column(name = "email_sealed")
    private String emailSealed = "";

    @Column(name = "phone_key")
    private String phoneKey = "";

    @Column(name = "email_key")
    private String emailKey = "";

    @Column(name = "subject_sealed")
    private String subjectSealed = "";

    @Column(name = "text_sealed")
    private String textSealed = "";

    /** What else the form asked, JSON. */
    @Column(name = "details_sealed")
    private String detailsSealed = "";

    /** The path of the portal's page that it is about; empty for none. It goes with the sender: it may be one that only they had. */
    private String page = "";

    @Column(name = "procedure_code")
    private String procedure = "";

    @Column(name = "keep_private")
    private boolean keepPrivate;

    /** Whether it was the office that decided so, and not the sender. */
    /** Whether answers of its kind became public when it was sent: what its sender was told holds, whatever becomes of the kind. */
    private boolean publishable = true;

    @Column(name = "private_by_office")
    private boolean privateByOffice;

    /** Whether something of the form was as programs fill it in. */
    private boolean suspect;

    /** Whether the receipt was put into the outbox when it came in. */
    @Column(name = "receipt_mailed")
    private boolean receiptMailed;

    @Column(name = "consent_version")
    private String consentVersion = "";

    /** The kind to whose text its sender agreed; empty if it is still of that kind. */
    @Column(name = "consent_kind")
    private String consentKind = "";

    @Column(name = "unit_slug")
    private String unit = "";

    /** The account of who handles it; empty for nobody yet. */
    private String handler = "";

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    /** The day from which limits run: of receipt, or of being taken up again. */
    @Column(name = "clock_from")
    private LocalDate clockFrom = LocalDate.EPOCH;

    private int extension;

    @Enumerated(EnumType.STRING)
    @Column(name = "due_step")
    private TimeRule.@Nullable Step dueStep;

    @Column(name = "due_day")
    private LocalDate dueDay = NEVER;

    private boolean objected;

    @Enumerated(EnumType.STRING)
    private @Nullable Rating rating;

    @Column(name = "newest_answer")
    private int newestAnswer;

    /** The version that the sender has; 0 for none. */
    @Column(name = "sent_answer")
    private int sentAnswer;

    @Column(name = "drafted_by")
    private String draftedBy = "";

    @Column(name = "approved_by")
    private String approvedBy = "";

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    /** When its sender wrote something that nobody of the staff has acted on since; null for nothing such. */
    @Column(name = "sender_at")
    private @Nullable Instant senderAt;

    /** When it was let go of who sent it; null if that is known. */
    @Column(name = "anonymised_at")
    private @Nullable Instant anonymisedAt;

    @Enumerated(EnumType.STRING)
    private InboxChannel channel = InboxChannel.WEB;

    @Enumerated(EnumType.STRING)
    @Column(name = "consent_given")
    private Intake.Consent consent = Intake.Consent.FORM;

    /** The account of who took it down; empty if its sender filled in the form. */
    @Column(name = "taken_by")
    private String takenBy = "";

    /** When it was written down; what came by post was received before. */
    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    /** A blind word of the text, by which the same text is found. */
    @Column(name = "text_key")
    private String textKey = "";

    /** Until when the answer promises something that is not done yet; null for nothing. */
    @Column(name = "promise_day")
    private @Nullable LocalDate promiseDay;

    /** The number of the submission that it was joined to; 0 for none. */
    @Column(name = "merged_into")
    private long mergedInto;

    protected Submission() {}

    /** What lies sealed of a submission. */
    record Sealed(
            String code,
            String name,
            String address,
            String phone,
            String email,
            String subject,
            String text,
            String details) {}

    /** By which it is found again. */
    record Keys(String code, String form, String phone, String email) {}

    Submission(SubmissionKind kind, Keys keys, NewSubmission sent, Instant now, LocalDate today) {
        this.kind = kind.getKey();
        sealId = Secret.next(SEAL_BYTES);
        codeKey = keys.code();
        formKey = keys.form();
        phoneKey = keys.phone();
        emailKey = keys.email();
        language = sent.language();
        page = sent.page();
        procedure = sent.procedure();
        keepPrivate = sent.keepPrivate();
        publishable = kind.isPublishable();
        suspect = sent.suspect();
        consentVersion = sent.consent().isEmpty() ? kind.getConsentVersion() : sent.consent();
        receivedAt = now;
        clockFrom = today;
        updatedAt = now;
        recordedAt = now;
    }

    /** Takes over what was sealed for {@link #sealedRow()}. */
    void keep(Sealed sealed) {
        codeSealed = sealed.code();
        nameSealed = sealed.name();
        addressSealed = sealed.address();
        phoneSealed = sealed.phone();
        emailSealed = sealed.email();
        subjectSealed = sealed.subject();
        textSealed = sealed.text();
        detailsSealed = sealed.details();
    }

    /** Says how it came in. The limits run from the day of receipt, whenever it is written down. */
    void cameBy(Intake intake, String key) {
        channel = intake.channel();
        consent = intake.consent();
        takenBy = intake.by();
        receivedAt = intake.receivedAt(recordedAt);
        clockFrom = Time.day(receivedAt);
        textKey = key;
    }

    /** Says that it came in as a part of another one. */
    void partOf(Submission whole, String key) {
        channel = whole.channel;
        consent = whole.consent;
        consentVersion = whole.consentVersion;
        consentKind = whole.consentKind;
        takenBy = whole.takenBy;
        receivedAt = whole.receivedAt;
        clockFrom = whole.clockFrom;
        unit = whole.unit;
        privateByOffice = whole.privateByOffice;
        publishable = whole.publishable;
        textKey = key;
    }

    /** Goes where a row of the table leads; who may do that was asked before. */
    void go(InboxStep step, String actor, SaidOfDeed said, Instant now, LocalDate today) {
        var to = step.to();
        state = to == null ? state : to;
        updatedAt = now;
        if (WRITING.contains(step.deed())) {
            senderAt = now;
        } else if (!UNREAD.contains(step.deed())) {
            senderAt = null;
        }
        switch (step.deed()) {
            case ASSIGN -> {
                unit = said.unit();
                handler = said.body();
            }
            case BEGIN -> handler = actor;
            case DRAFT -> {
                newestAnswer++;
                draftedBy = actor;
                handler = actor;
                approvedBy = "";
            }
            case MASK -> {
                // The sender has the same answer as before, under its new number.
                sentAnswer += sentAnswer == newestAnswer ? 1 : 0;
                newestAnswer++;
            }
            case APPROVE -> approvedBy = actor;
            case SEND_BACK -> approvedBy = "";
            case ANSWER -> {
                sentAnswer = newestAnswer;
                answeredAt = now;
                rating = null;
            }
            case OBJECT -> {
                objected = true;
                rating = Rating.OFF_THE_POINT;
                goAgain(today);
            }
            case REMIND -> {
                rating = Rating.PROMISED;
                goAgain(today);
            }
            case REOPEN -> {
                objected = false;
                goAgain(today);
            }
            case PROMISE -> promiseDay = LocalDate.parse(said.body());
            case FULFIL -> promiseDay = null;
            case RECLASSIFY -> reclassify(said.body());
            case MERGE -> mergedInto = Long.parseLong(said.body());
            case UNMERGE -> mergedInto = 0;
            case FOLLOW -> {
                newestAnswer++;
                sentAnswer = newestAnswer;
                answeredAt = now;
                rating = null;
            }
            case MARK_PRIVATE -> {
                keepPrivate = true;
                privateByOffice = true;
            }
            case UNMARK_PRIVATE -> {
                keepPrivate = false;
                privateByOffice = false;
            }
            case MARK_GENUINE -> suspect = false;
            default -> {
                // Nothing but the state.
            }
        }
    }

    /**
     * Lets go of who sent it and of what they wrote. What is counted stays: kind, unit, days, states. Neither the code nor the number nor the
     * address finds it any more. What waited to be made public stays with the office.
     */
    void anonymise(Instant now) {
        codeSealed = "";
        nameSealed = "";
        addressSealed = "";
        phoneSealed = "";
        emailSealed = "";
        subjectSealed = "";
        textSealed = "";
        detailsSealed = "";
        phoneKey = "";
        emailKey = "";
        textKey = "";
        page = "";
        promiseDay = null;
        senderAt = null;
        codeKey = "anonymised." + number();
        formKey = codeKey;
        state = state == InboxState.ANSWERED ? InboxState.KEPT_PRIVATE : state;
        due(null, NEVER);
        anonymisedAt = now;
    }

    /** What its sender agreed to stays what they read. How far it was put off was a matter of the former kind. */
    private void reclassify(String to) {
        consentKind = consentKind.isEmpty() ? kind : consentKind;
        kind = to;
        extension = 0;
    }

    private void goAgain(LocalDate today) {
        clockFrom = today;
        extension = 0;
        approvedBy = "";
        mergedInto = 0;
    }

    /** Stands again where it stood. */
    void takeBack(BulkItem before) {
        state = before.getState();
        unit = before.getUnit();
        handler = before.getHandler();
        keepPrivate = before.isKeepPrivate();
        privateByOffice = privateByOffice && keepPrivate;
        suspect = before.isSuspect();
    }

    /** Says that the sender is written a receipt as well. */
    void receiptMailed() {
        receiptMailed = true;
    }

    void rate(Rating given) {
        rating = given;
    }

    void extend(int days) {
        extension = days;
    }

    /** @return whether that is another day than before */
    boolean due(TimeRule.@Nullable Step step, LocalDate day) {
        var other = dueStep != step || !dueDay.equals(day);
        dueStep = step;
        dueDay = day;
        return other;
    }

    long number() {
        return id == null ? 0 : id;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getKind() {
        return kind;
    }

    public InboxState getState() {
        return state;
    }

    String getCodeKey() {
        return codeKey;
    }

    /** As what belongs to it is bound to it. */
    String getSealId() {
        return sealId;
    }

    /** The form is bound as well: a receipt shows the code to whoever sent it. */
    SealedRow sealedRow() {
        return SealedRow.of("inbox_submission", sealId, formKey);
    }

    private SealedValue sealed(SealedColumn column, String text) {
        return new SealedValue(column, sealedRow(), text);
    }

    SealedValue getCodeSealed() {
        return sealed(InboxSeals.CODE, codeSealed);
    }

    String getFormKey() {
        return formKey;
    }

    public String getLanguage() {
        return language;
    }

    SealedValue getNameSealed() {
        return sealed(InboxSeals.NAME, nameSealed);
    }

    SealedValue getAddressSealed() {
        return sealed(InboxSeals.ADDRESS, addressSealed);
    }

    SealedValue getPhoneSealed() {
        return sealed(InboxSeals.PHONE, phoneSealed);
    }

    SealedValue getEmailSealed() {
        return sealed(InboxSeals.EMAIL, emailSealed);
    }

    String getPhoneKey() {
        return phoneKey;
    }

    String getEmailKey() {
        return emailKey;
    }

    SealedValue getSubjectSealed() {
        return sealed(InboxSeals.SUBJECT, subjectSealed);
    }

    SealedValue getTextSealed() {
        return sealed(InboxSeals.TEXT, textSealed);
    }

    SealedValue getDetailsSealed() {
        return sealed(InboxSeals.DETAILS, detailsSealed);
    }

    public String getPage() {
        return page;
    }

    public String getProcedure() {
        return procedure;
    }

    /** Whether its answer may become public by its kind, as that stands now and as it stood when it was sent. */
    boolean isPublishable(SubmissionKind now) {
        return publishable && now.isPublishable();
    }

    public boolean isKeepPrivate() {
        return keepPrivate;
    }

    /** Whether it is kept private because the office decided so. */
    public boolean isPrivateByOffice() {
        return privateByOffice;
    }

    public boolean isSuspect() {
        return suspect;
    }

    public boolean isReceiptMailed() {
        return receiptMailed;
    }

    public String getConsentVersion() {
        return consentVersion;
    }

    public String getUnit() {
        return unit;
    }

    public String getHandler() {
        return handler;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }

    public LocalDate getClockFrom() {
        return clockFrom;
    }

    public int getExtension() {
        return extension;
    }

    public TimeRule.@Nullable Step getDueStep() {
        return dueStep;
    }

    public LocalDate getDueDay() {
        return dueDay;
    }

    public boolean isObjected() {
        return objected;
    }

    public @Nullable Rating getRating() {
        return rating;
    }

    public int getNewestAnswer() {
        return newestAnswer;
    }

    public int getSentAnswer() {
        return sentAnswer;
    }

    public String getDraftedBy() {
        return draftedBy;
    }

    public String getApprovedBy() {
        return approvedBy;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** When its sender wrote something that nobody of the staff has acted on since; null for nothing such. */
    public @Nullable Instant getSenderAt() {
        return senderAt;
    }

    /** Null while it is known who sent it. */
    public @Nullable Instant getAnonymisedAt() {
        return anonymisedAt;
    }

    boolean isAnonymous() {
        return anonymisedAt != null;
    }

    public @Nullable Instant getAnsweredAt() {
        return answeredAt;
    }

    public InboxChannel getChannel() {
        return channel;
    }

    public Intake.Consent getConsent() {
        return consent;
    }

    public String getTakenBy() {
        return takenBy;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    String getTextKey() {
        return textKey;
    }

    public @Nullable LocalDate getPromiseDay() {
        return promiseDay;
    }

    public long getMergedInto() {
        return mergedInto;
    }
}
