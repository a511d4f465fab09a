package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.Correction;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.Sha256;
import vn.minhbach.store.StringListConverter;

/**
 * An administrative procedure (thủ tục hành chính) that the department carries out or explains.
 *
 * <p>What was announced comes in whole, by {@link #accept}; the portal adds only how it presents the procedure: whether it is
 * among the frequent ones, and under which life events it stands.
 */
@Entity
@Table(name = "procedure_record")
public class Procedure {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "procedure_seq")
    @SequenceGenerator(name = "procedure_seq", sequenceName = "procedure_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Pattern(regexp = ProcedureCode.NATIONAL)
    @Column(updatable = false)
    private String code = "";

    @NotBlank
    @Size(max = 3000)
    private String title = "";

    @Size(max = 500)
    private String org = "";

    @Size(max = 300)
    private String decision = "";

    @Size(max = 300)
    private String kind = "";

    @Size(max = 300)
    private String field = "";

    @Convert(converter = GovernmentLevelsConverter.class)
    private List<GovernmentLevel> levels = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "service_level")
    private ServiceLevel serviceLevel = ServiceLevel.IN_PERSON;

    @Enumerated(EnumType.STRING)
    private ProcedureStatus status = ProcedureStatus.PUBLIC;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "checked_on")
    private @Nullable LocalDate checkedOn;

    @Size(max = 1000)
    @Column(name = "national_url")
    private String nationalUrl = "";

    private boolean frequent;

    @Convert(converter = StringListConverter.class)
    @Column(name = "life_events")
    private List<String> lifeEvents = List.of();

    @Convert(converter = ProcedureContentConverter.class)
    private ProcedureContent content = ProcedureContent.EMPTY;

    private String fingerprint = "";

    /** Whether what the public sees was written here, so that its source says something else. */
    private boolean edited;

    /** What the public was told of corrections, as JSON; empty for none. */
    private String corrections = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    protected Procedure() {}

    public Procedure(ProcedureRecord announced, Instant now) {
        code = announced.code();
        accept(announced, now);
    }

    /** What the board has before it, as it would be shown; it is kept nowhere. */
    Procedure(ProcedureVersion draft, List<Correction> told, Instant now) {
        this(draft.procedure(), now);
        frequent = draft.frequent();
        lifeEvents = List.copyOf(draft.lifeEvents());
        corrections = Correction.written(told);
    }

    /**
     * Takes over what was announced.
     *
     * @return whether anything is different from before; if not, nothing is touched
     */
    public final boolean accept(ProcedureRecord announced, Instant now) {
        var mark = fingerprint(announced);
        if (mark.equals(fingerprint)) {
            return false;
        }
        fingerprint = mark;
        title = announced.title();
        org = announced.org();
        decision = announced.decision();
        kind = announced.kind();
        field = announced.field();
        levels = List.copyOf(announced.levels());
        serviceLevel = announced.serviceLevel();
        status = announced.status();
        validFrom = announced.validFrom();
        validTo = announced.validTo();
        nationalUrl = announced.nationalUrl();
        content = announced.content();
        updatedAt = now;
        // Whoever compared the old text has not seen this one.
        checkedOn = null;
        return true;
    }

    /** Notes that its source was written again, though nothing that was taken over from it is different. */
    void sourceChanged(Instant now) {
        updatedAt = now;
    }

    /** Whether everything that was announced is as it was taken over. */
    boolean isLike(ProcedureRecord announced) {
        return fingerprint(announced).equals(fingerprint);
    }

    /** Notes whether it follows from its source, or from what was written here. */
    void follow(boolean ownWords) {
        edited = ownWords;
    }

    /** Shows the version that was just published by the board. */
    void show(ProcedureVersion version, List<Correction> told, Instant now) {
        accept(version.procedure(), now);
        present(version.frequent(), version.lifeEvents());
        corrections = Correction.written(told);
        edited = true;
        updatedAt = now;
    }

    String getFingerprint() {
        return fingerprint;
    }

    boolean isEdited() {
        return edited;
    }

    /** What the public was told of corrections, the newest first. */
    public List<Correction> getCorrections() {
        return Correction.read(corrections);
    }

    /** Notes that the record was compared with the national database on a day and found right. */
    public void checked(LocalDate day) {
        checkedOn = day;
    }

    /** Says how the portal presents the procedure. */
    public void present(boolean frequent, List<String> lifeEvents) {
        this.frequent = frequent;
        this.lifeEvents = List.copyOf(lifeEvents);
    }

    static String fingerprint(ProcedureRecord announced) {
        return Sha256.of(Json.write(announced), Sha256.WHOLE);
    }

    /** The whole procedure, as the API hands it out. */
    public ProcedureRecord toRecord() {
        return new ProcedureRecord(
                code,
                title,
                org,
                decision,
                levels,
                kind,
                field,
                serviceLevel,
                status,
                validFrom,
                validTo,
                nationalUrl,
                content);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public String getOrg() {
        return org;
    }

    public String getDecision() {
        return decision;
    }

    public String getKind() {
        return kind;
    }

    public String getField() {
        return field;
    }

    public List<GovernmentLevel> getLevels() {
        return levels;
    }

    public ServiceLevel getServiceLevel() {
        return serviceLevel;
    }

    public ProcedureStatus getStatus() {
        return status;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public @Nullable LocalDate getValidTo() {
        return validTo;
    }

    /** When the record was last compared with its source. */
    public @Nullable LocalDate getCheckedOn() {
        return checkedOn;
    }

    public String getNationalUrl() {
        return nationalUrl;
    }

    /** Where to file online: since 1 July 2025 the National Portal is the only gateway. Empty where there is nothing to file. */
    public String getSubmitUrl() {
        return status == ProcedureStatus.ABOLISHED || !serviceLevel.isOnline() ? "" : nationalUrl;
    }

    public boolean isFrequent() {
        return frequent;
    }

    /** Slugs of the life events under which the editors put it; more may follow from its field. */
    public List<String> getLifeEvents() {
        return lifeEvents;
    }

    public ProcedureContent getContent() {
        return content;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getPath() {
        return "/thu-tuc/" + code;
    }
}
