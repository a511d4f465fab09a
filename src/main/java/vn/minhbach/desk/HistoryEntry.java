package vn.minhbach.desk;

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
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** One deed done to one row of the back office: who, when, and what the row was before and after. Kept for good. */
@Entity
@Table(name = "history_entry")
public class HistoryEntry {

    /** What was done to the row. */
    public enum Deed {
        ADDED,
        CHANGED,
        REMOVED,
        RESTORED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "history_entry_seq")
    @SequenceGenerator(name = "history_entry_seq", sequenceName = "history_entry_seq", allocationSize = 50)
    private @Nullable Long id;

    private Instant at = Instant.EPOCH;

    private String actor = "";

    private String kind = "";

    @Column(name = "row_id")
    private String rowId = "";

    private String title = "";

    @Enumerated(EnumType.STRING)
    private Deed deed = Deed.CHANGED;

    @Column(name = "state_before")
    private String before = "";

    @Column(name = "state_after")
    private String after = "";

    private boolean undone;

    protected HistoryEntry() {}

    HistoryEntry(
            Instant at,
            String actor,
            History.Row row,
            Deed deed,
            Map<String, String> before,
            Map<String, String> after) {
        this.at = at;
        this.actor = Text.cut(actor, 60);
        this.kind = row.kind();
        this.rowId = row.id();
        this.title = Text.shorten(Text.line(row.title()), 300);
        this.deed = deed;
        this.before = before.isEmpty() ? "" : Json.write(before);
        this.after = after.isEmpty() ? "" : Json.write(after);
    }

    public @Nullable Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    /** The account's name. */
    public String getActor() {
        return actor;
    }

    public String getKind() {
        return kind;
    }

    public String getRowId() {
        return rowId;
    }

    /** How people call the row. */
    public String getTitle() {
        return title;
    }

    public Deed getDeed() {
        return deed;
    }

    /** What the row was before; empty for one that was added. */
    public Map<String, String> before() {
        return state(before);
    }

    /** What the row was from then on; empty for one that was removed. */
    public Map<String, String> after() {
        return state(after);
    }

    /** Whether it was a removal that nobody has taken back. */
    public boolean isUndoable() {
        return deed == Deed.REMOVED && !undone;
    }

    /**
     * What the row says with this change taken back: what others have changed beside it stays as it is.
     *
     * @param now what the row says by now; nothing else of it is looked at
     * @throws RuleBrokenException if somebody has changed again since what was changed then
     */
    public Map<String, String> takenBackFrom(Map<String, String> now) {
        var before = before();
        var after = after();
        var said = new LinkedHashMap<>(now);
        now.forEach((name, value) -> {
            var old = before.getOrDefault(name, "");
            var became = after.getOrDefault(name, "");
            if (old.equals(became) || value.equals(old)) {
                return;
            }
            if (!value.equals(became)) {
                throw new RuleBrokenException("desk.undo.changed", "", "history." + kind + "." + name);
            }
            said.put(name, old);
        });
        return said;
    }

    private static Map<String, String> state(@Nullable String kept) {
        var state = new LinkedHashMap<String, String>();
        if (kept != null && !kept.isEmpty()) {
            Json.read(kept, Map.class).forEach((name, value) -> state.put(String.valueOf(name), String.valueOf(value)));
        }
        return state;
    }
}
