package vn.minhbach.desk;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import vn.minhbach.web.Visit;

/**
 * A line of the history as a screen shows it.
 *
 * @param number by which it is known
 * @param deed what was done, in a word
 * @param undo by which it can be taken back; 0 if it cannot
 */
public record HistoryLine(
        long number, Instant at, String actor, String title, String deed, List<Change> changes, long undo)
        implements Serializable {

    /** What a value was before and what it became; an empty one was not there. */
    public record Change(String label, String before, String after) implements Serializable {}

    /**
     * @param value how a value is shown, by its name in the state and itself
     */
    public static HistoryLine of(HistoryEntry entry, Visit visit, BinaryOperator<String> value) {
        return of(entry, visit, value, entry.isUndoable());
    }

    /** The same of rows whose changes can be taken back as well as their removal. */
    public static HistoryLine reversible(HistoryEntry entry, Visit visit, BinaryOperator<String> value) {
        return of(entry, visit, value, entry.isUndoable() || entry.getDeed() == HistoryEntry.Deed.CHANGED);
    }

    private static HistoryLine of(HistoryEntry entry, Visit visit, BinaryOperator<String> value, boolean undoable) {
        var before = entry.before();
        var after = entry.after();
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var old = before.getOrDefault(name, "");
            var now = after.getOrDefault(name, "");
            if (!name.startsWith(".") && !old.equals(now)) {
                changes.add(new Change(
                        visit.text("history." + entry.getKind() + "." + name),
                        old.isEmpty() ? "" : value.apply(name, old),
                        now.isEmpty() ? "" : value.apply(name, now)));
            }
        }
        long number = Objects.requireNonNull(entry.getId());
        return new HistoryLine(
                number,
                entry.getAt(),
                entry.getActor(),
                entry.getTitle(),
                visit.text("HistoryEntry.Deed." + entry.getDeed()),
                List.copyOf(changes),
                undoable ? number : 0);
    }

    /** The same under the name by which a list calls the row. */
    HistoryLine titled(String name) {
        return new HistoryLine(number, at, actor, name, deed, changes, undo);
    }
}
