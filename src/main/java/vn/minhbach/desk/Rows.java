package vn.minhbach.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of rows that editors keep, as its screens see it: what it holds, what a row's form asks, and what can be done. Behind it stands
 * the service that does it, in one transaction each, with its permission, its history and its place in the change log. A
 * {@link RowsPage} shows the list, a {@link RowPage} the form of a row; neither knows what the rows are.
 */
public interface Rows extends Serializable {

    /** The word by which the history knows the rows, and under which the bundle names fields and screens: "notice". */
    String kind();

    /** What a row's form asks, in order. */
    List<RowField> fields();

    /** Which of the fields the list shows, the one that names the row first. */
    List<String> columns();

    /** Whether the rows have an order of their own, which editors arrange. */
    boolean isOrdered();

    /** What may be chosen in a field, by what is kept of it; for a choice of rows, their names. */
    Map<String, String> options(String field);

    /** All rows, in order. */
    List<KeptRow> rows();

    Optional<KeptRow> row(long id);

    /** How a row fares today, as the bundle's key, with its tone; empty if there is nothing to say. */
    Optional<Standing> standing(KeptRow row);

    /** Whether the row stands under the one before it, as an item of a menu under another. */
    default boolean isUnder(KeptRow row) {
        return false;
    }

    /** @return the row's number */
    long add(Map<String, String> values);

    /** @return the line of the history by which it can be taken back */
    long change(long id, long version, Map<String, String> values);

    Optional<Removal> remove(long id);

    /** Moves a row among its neighbours. @return the line of the history by which it can be taken back; 0 if it stayed where it was */
    default long move(long id, int by) {
        throw new UnsupportedOperationException(kind() + " has no order of its own");
    }

    /** Puts a row where another is. */
    default long place(long id, long onto) {
        throw new UnsupportedOperationException(kind() + " has no order of its own");
    }

    /** Takes a removal, a change or a move back. @return what the row is called */
    String undo(long entry);

    List<HistoryEntry> history();

    List<HistoryEntry> history(long id);

    /**
     * How a row fares.
     *
     * @param tone as {@code portal:state} has it
     * @param key of the bundle
     */
    record Standing(String tone, String key) implements Serializable {}
}
