package vn.minhbach.searchdesk;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.History;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StringListConverter;

/** Another name of something: an abbreviation, a synonym, or a citizen's word for an official one. */
@Entity
@Table(name = "search_word")
public class SearchWord {

    /** The columns by which a list of words may be ordered. */
    static final String BY_TERM = "term";

    static final String BY_KIND = "kind";
    static final String BY_CHANGE = "updatedAt";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "search_word_seq")
    @SequenceGenerator(name = "search_word_seq", sequenceName = "search_word_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotNull
    @Enumerated(EnumType.STRING)
    private Synonyms.Kind kind = Synonyms.Kind.SYNONYM;

    @NotBlank
    @Size(max = 200)
    private String term = "";

    /** By which the same term is known however it is written. */
    @Column(name = "term_key")
    private String key = "";

    @NotEmpty
    @Size(max = 8)
    @Convert(converter = StringListConverter.class)
    private List<@NotBlank @Size(max = 200) String> expansions = List.of();

    /** Term and expansions without marks and capitals: what the filter of the list looks in. */
    private String sought = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    public SearchWord() {}

    SearchWord(Synonyms.Row row, Instant now, String by) {
        write(row.kind(), row.term(), row.expansions(), now, by);
    }

    /** Says what the term means from now on. */
    final void write(Synonyms.Kind kind, String term, List<String> expansions, Instant now, String by) {
        this.kind = kind;
        this.term = Text.line(term);
        key = key(term);
        this.expansions = expansions.stream()
                .map(Text::line)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        makeSought();
        updatedAt = now;
        updatedBy = by;
    }

    /** For rows from before there was a filter in the database, too. */
    final void makeSought() {
        sought = Text.fold(term + "\n" + String.join("\n", expansions));
    }

    /** Marks tell words apart, capitals do not. */
    static String key(String term) {
        return Text.line(term).toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it says what a row says. */
    boolean says(Synonyms.Row row) {
        var other = new SearchWord(row, updatedAt, updatedBy);
        return kind == other.kind && term.equals(other.term) && expansions.equals(other.expansions);
    }

    Synonyms.Row toRow() {
        return new Synonyms.Row(kind, term, expansions);
    }

    public @Nullable Long getId() {
        return id;
    }

    /** Grows with every change; who saves says which one they have seen. */
    public long getVersion() {
        return version;
    }

    History.Row row() {
        return new History.Row(Taught.WORD, String.valueOf(id), term);
    }

    /** What the history keeps of it: enough to put it back as it was. */
    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("term", term);
        state.put("kind", kind.name());
        state.put("expansions", String.join("\n", expansions));
        state.put(Taught.VERSION, Long.toString(version));
        state.put(Taught.UPDATED_AT, updatedAt.toString());
        state.put(Taught.UPDATED_BY, updatedBy);
        return state;
    }

    public Synonyms.Kind getKind() {
        return kind;
    }

    public String getTerm() {
        return term;
    }

    String getKey() {
        return key;
    }

    String getSought() {
        return sought;
    }

    public List<String> getExpansions() {
        return expansions;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
