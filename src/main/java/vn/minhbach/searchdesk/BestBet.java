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

/** What must stand first when somebody asks just this, whatever the ranking says (kết quả ưu tiên). */
@Entity
@Table(name = "best_bet")
public class BestBet {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "best_bet_seq")
    @SequenceGenerator(name = "best_bet_seq", sequenceName = "best_bet_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 300)
    private String query = "";

    @Column(name = "query_key")
    private String key = "";

    @NotBlank
    @Size(max = 30)
    @Column(name = "content_kind")
    private String kind = "";

    @NotBlank
    @Size(max = 200)
    @Column(name = "content_id")
    private String contentId = "";

    private int position;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected BestBet() {}

    BestBet(String query, String kind, String contentId, int position, Instant now, String by) {
        this.query = Text.line(query);
        key = key(query);
        this.kind = kind;
        this.contentId = contentId;
        this.position = position;
        updatedAt = now;
        updatedBy = by;
    }

    /** A query with and without marks is the same query. */
    static String key(String query) {
        return Text.fold(Text.line(query));
    }

    History.Row row() {
        return new History.Row(Taught.BET, String.valueOf(id), query);
    }

    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("query", query);
        state.put("kind", kind);
        state.put("item", contentId);
        state.put(Taught.POSITION, Integer.toString(position));
        state.put(Taught.VERSION, Long.toString(version));
        state.put(Taught.UPDATED_AT, updatedAt.toString());
        state.put(Taught.UPDATED_BY, updatedBy);
        return state;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getQuery() {
        return query;
    }

    String getKey() {
        return key;
    }

    public String getKind() {
        return kind;
    }

    public String getContentId() {
        return contentId;
    }

    public int getPosition() {
        return position;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }
}
