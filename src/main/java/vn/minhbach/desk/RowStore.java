package vn.minhbach.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the rows of one kind lie, and what their rules are: what a service gives {@link Keeping} to work with. */
public interface RowStore {

    /** The word by which the history knows the rows. */
    String kind();

    List<RowField> fields();

    /** What belongs to a row although no form asks for it: its address, say. */
    default List<String> hidden() {
        return List.of();
    }

    /** The field that names a row. */
    default String titleField() {
        return fields().getFirst().name();
    }

    boolean isOrdered();

    /** All rows, in order. */
    List<KeptRow> all();

    Optional<KeptRow> find(long id);

    /**
     * What is kept of what was typed.
     *
     * @param id of the row; 0 for a new one
     * @param all rows of its kind, this one included
     * @throws vn.minhbach.shared.RuleBrokenException at the field that is to blame
     */
    Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all);

    /** @throws vn.minhbach.shared.RuleBrokenException if the row may not be removed */
    void requireMayGo(KeptRow row, List<KeptRow> all);

    /** Whether one can be moved past the other. */
    boolean areNeighbours(KeptRow one, KeptRow other);

    /** @return the row's number */
    long insert(Map<String, String> values, int position, Instant now, String by);

    void update(long id, Map<String, String> values, Instant now, String by);

    void delete(long id);

    /** Puts a removed row back as it was: under its number, with its version and the one who changed it last. */
    void restore(KeptRow row);

    /** Puts a row elsewhere without changing what it says. */
    void place(long id, int position);

    /** Writes into the change log that a row was added, changed, moved, removed or put back. */
    void tell(KeptRow row, boolean isThere);
}
