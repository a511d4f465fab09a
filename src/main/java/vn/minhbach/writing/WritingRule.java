package vn.minhbach.writing;

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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.History;
import vn.minhbach.shared.Text;

/** Something that {@link Hints} looks for, kept by editors. */
@Entity
@Table(name = "writing_rule")
public class WritingRule {

    static final String BY_TERM = "term";
    static final String BY_KIND = "kind";
    static final String BY_CHANGE = "updatedAt";

    /** What kind of rule it is. */
    public enum Kind {
        /** A term that is no longer used, with the term of today. */
        TERM,
        /** A province, district or office that has become another. */
        MERGED_UNIT,
        /** An abbreviation that readers know. */
        ABBREVIATION,
        /** How many words a sentence may have; there is one of these. */
        SENTENCE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "writing_rule_seq")
    @SequenceGenerator(name = "writing_rule_seq", sequenceName = "writing_rule_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotNull
    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.TERM;

    @NotBlank
    @Size(max = 200)
    private String term = "";

    /** By which the same term is known however it is written. */
    @Column(name = "term_key")
    private String key = "";

    @Size(max = 300)
    private String instead = "";

    @Size(max = 500)
    private String why = "";

    /** All its words without marks and capitals: what the filter of the list looks in. */
    private String sought = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected WritingRule() {}

    WritingRule(Kind kind, String term, String instead, String why, Instant now, String by) {
        write(kind, term, instead, why, now, by);
    }

    /** As it was before it was removed. */
    WritingRule(long id, Map<String, String> state) {
        this.id = id;
        write(
                Kind.valueOf(state.getOrDefault("kind", Kind.TERM.name())),
                state.getOrDefault("term", ""),
                state.getOrDefault("instead", ""),
                state.getOrDefault("why", ""),
                Instant.parse(state.getOrDefault(".updatedAt", Instant.EPOCH.toString())),
                state.getOrDefault(".updatedBy", ""));
    }

    final void write(Kind kind, String term, String instead, String why, Instant now, String by) {
        this.kind = kind;
        this.term = Text.line(term);
        this.instead = Text.line(instead);
        this.why = Text.line(why);
        key = key(kind, this.term);
        sought = Text.cut(Text.fold(String.join("\n", this.term, this.instead, this.why)), 2000);
        updatedAt = now;
        updatedBy = by;
    }

    /** Of abbreviations capitals tell one from another. */
    static String key(Kind kind, String term) {
        return kind == Kind.ABBREVIATION ? Text.line(term) : Rules.key(Text.line(term));
    }

    History.Row row() {
        return new History.Row(WritingService.KIND, String.valueOf(id), term);
    }

    /** What the history keeps of it: enough to put it back as it was. */
    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("term", term);
        state.put("kind", kind.name());
        state.put("instead", instead);
        state.put("why", why);
        state.put(".updatedAt", updatedAt.toString());
        state.put(".updatedBy", updatedBy);
        return state;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Kind getKind() {
        return kind;
    }

    public String getTerm() {
        return term;
    }

    public String getInstead() {
        return instead;
    }

    public String getWhy() {
        return why;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }

    String getKey() {
        return key;
    }

    String getSought() {
        return sought;
    }
}
