package vn.minhbach.searchdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.History;
import vn.minhbach.shared.Text;

/** A phrase that is never to be suggested while somebody types; whatever contains it is left out too. */
@Entity
@Table(name = "denied_suggestion")
public class DeniedSuggestion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "denied_suggestion_seq")
    @SequenceGenerator(name = "denied_suggestion_seq", sequenceName = "denied_suggestion_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 300)
    private String phrase = "";

    @Column(name = "phrase_key")
    private String key = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected DeniedSuggestion() {}

    DeniedSuggestion(String phrase, Instant now, String by) {
        this.phrase = Text.line(phrase);
        key = BestBet.key(phrase);
        updatedAt = now;
        updatedBy = by;
    }

    History.Row row() {
        return new History.Row(Taught.DENIED, String.valueOf(id), phrase);
    }

    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("phrase", phrase);
        state.put(Taught.VERSION, Long.toString(version));
        state.put(Taught.UPDATED_AT, updatedAt.toString());
        state.put(Taught.UPDATED_BY, updatedBy);
        return state;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getPhrase() {
        return phrase;
    }

    String getKey() {
        return key;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
