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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/**
 * A kind of submission: what it is called, what its form asks, who must look at its answers, and whether they may become public. Its limits
 * are rules of {@code legal} under the same word. A new kind is a row, and no code.
 */
@Entity
@Table(name = "inbox_kind")
public class SubmissionKind {

    /** By which form it comes in. */
    public enum Form {
        /** {@code /gui-cau-hoi} */
        QUESTION,
        /** {@code /gui-phan-anh} */
        FEEDBACK
    }

    /** A field that the form of a kind has. */
    public record Asked(AskedField field, boolean needed) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_kind_seq")
    @SequenceGenerator(name = "inbox_kind_seq", sequenceName = "inbox_kind_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    /** By which submissions, limits and publications know it. Never altered. */
    @Column(name = "kind_key", updatable = false)
    private String key = "";

    private String slug = "";

    @Enumerated(EnumType.STRING)
    private Form form = Form.FEEDBACK;

    private int position;

    @Column(name = "name_vi")
    private String nameVi = "";

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "lead_vi")
    private String leadVi = "";

    @Column(name = "lead_en")
    private String leadEn = "";

    /** "NAME! ADDRESS! PHONE EMAIL": in the order of the form, with a mark behind what is needed. */
    private String fields = "";

    @Column(name = "second_person")
    private boolean secondPerson;

    private boolean publishable;

    @Column(name = "consent_version")
    private String consentVersion = "";

    @Column(name = "consent_vi")
    private String consentVi = "";

    @Column(name = "consent_en")
    private String consentEn = "";

    /** Whether new ones are taken. */
    private boolean taken;

    /** In which of its families index 766 counts it; null if it does not. */
    @Enumerated(EnumType.STRING)
    @Column(name = "index_family")
    private IndexFigures.@Nullable Family family;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected SubmissionKind() {}

    /** @param key which nobody else has; it is also its part of the address */
    SubmissionKind(String key, int position) {
        this.key = key;
        slug = key;
        this.position = position;
    }

    /** @param consent the version of what one agrees to */
    void write(Map<String, String> values, String consent, Instant now, String by) {
        nameVi = values.getOrDefault(KindStore.NAME, "");
        nameEn = values.getOrDefault(KindStore.NAME_EN, "");
        form = Form.valueOf(values.getOrDefault(KindStore.FORM, ""));
        leadVi = values.getOrDefault(KindStore.LEAD, "");
        leadEn = values.getOrDefault(KindStore.LEAD_EN, "");
        fields = AskedFields.read(values.getOrDefault(KindStore.ASKED, ""));
        secondPerson = YesNo.is(values, KindStore.SECOND_PERSON);
        publishable = YesNo.is(values, KindStore.PUBLISHABLE);
        taken = YesNo.is(values, KindStore.TAKEN);
        family = KindStore.family(values);
        consentVi = values.getOrDefault(KindStore.CONSENT, "");
        consentEn = values.getOrDefault(KindStore.CONSENT_EN, "");
        consentVersion = consent;
        updatedAt = now;
        updatedBy = by;
    }

    void place(int where) {
        position = where;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(KindStore.NAME, nameVi);
        values.put(KindStore.NAME_EN, nameEn);
        values.put(KindStore.FORM, form.name());
        values.put(KindStore.LEAD, leadVi);
        values.put(KindStore.LEAD_EN, leadEn);
        values.put(KindStore.ASKED, AskedFields.written(asked()));
        values.put(KindStore.SECOND_PERSON, YesNo.of(secondPerson));
        values.put(KindStore.PUBLISHABLE, YesNo.of(publishable));
        values.put(KindStore.TAKEN, YesNo.of(taken));
        values.put(KindStore.FAMILY, family == null ? KindStore.NO_FAMILY : family.name());
        values.put(KindStore.CONSENT, consentVi);
        values.put(KindStore.CONSENT_EN, consentEn);
        values.put(KindStore.KEY, key);
        values.put(KindStore.SLUG, slug);
        values.put(KindStore.CONSENT_VERSION, consentVersion);
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getKey() {
        return key;
    }

    int getPosition() {
        return position;
    }

    public String getSlug() {
        return slug;
    }

    public Form getForm() {
        return form;
    }

    /** @param language "vi" or "en" */
    public String name(String language) {
        return language.equals("vi") ? nameVi : nameEn;
    }

    public String lead(String language) {
        return language.equals("vi") ? leadVi : leadEn;
    }

    /** What somebody agrees to who sends it. */
    public String consent(String language) {
        return language.equals("vi") ? consentVi : consentEn;
    }

    public String getConsentVersion() {
        return consentVersion;
    }

    public boolean isSecondPerson() {
        return secondPerson;
    }

    public boolean isPublishable() {
        return publishable;
    }

    public boolean isTaken() {
        return taken;
    }

    IndexFigures.@Nullable Family getFamily() {
        return family;
    }

    /** What its form asks, in order; a word that is no field is passed over. */
    public List<Asked> asked() {
        return AskedFields.of(fields);
    }
}
