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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/** A text that answers begin with, with gaps that are filled from the submission; see {@link TemplateGap}. */
@Entity
@Table(name = "inbox_template")
public class InboxTemplate {

    /** Which text it is for. */
    public enum Use {
        /** The answer to the sender. */
        ANSWER,
        /** What the public reads. */
        PUBLIC_ANSWER
    }

    static final String NAME = "name";
    static final String FOR_KIND = "kind";
    static final String USE = "use";
    static final String TEXT = "text";

    /** How the form calls it that a template is for every kind. */
    static final String EVERY_KIND = "ALL";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_template_seq")
    @SequenceGenerator(name = "inbox_template_seq", sequenceName = "inbox_template_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String name = "";

    /** Empty for every kind. */
    @Column(name = "kind_key")
    private String kind = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "used_for")
    private Use use = Use.ANSWER;

    @Column(name = "template")
    private String text = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected InboxTemplate() {}

    InboxTemplate(Map<String, String> values, Instant now, String by) {
        write(values, now, by);
    }

    final void write(Map<String, String> values, Instant now, String by) {
        name = values.getOrDefault(NAME, "");
        var chosen = values.getOrDefault(FOR_KIND, EVERY_KIND);
        kind = chosen.equals(EVERY_KIND) ? "" : chosen;
        use = Use.valueOf(values.getOrDefault(USE, ""));
        text = values.getOrDefault(TEXT, "");
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(NAME, name);
        values.put(FOR_KIND, kind.isEmpty() ? EVERY_KIND : kind);
        values.put(USE, use.name());
        values.put(TEXT, text);
        return new KeptRow(getId(), version, 0, values, updatedAt, updatedBy);
    }

    boolean isFor(String submissionKind) {
        return kind.isEmpty() || kind.equals(submissionKind);
    }

    long getId() {
        return Objects.requireNonNull(id);
    }

    public String getName() {
        return name;
    }

    public Use getUse() {
        return use;
    }

    public String getText() {
        return text;
    }
}
