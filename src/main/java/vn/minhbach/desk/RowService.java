package vn.minhbach.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that keeps one kind of rows and nothing else of that sort; its deeds ask for their own permission. See {@link Rows} for what each is. */
public interface RowService {

    List<KeptRow> rows();

    Optional<KeptRow> row(long id);

    long add(Map<String, String> typed);

    long change(long id, long version, Map<String, String> typed);

    Optional<Removal> remove(long id);

    /** Of rows with an order of their own. */
    default long move(long id, int by) {
        throw new UnsupportedOperationException("These rows have no order of their own");
    }

    /** Likewise. */
    default long place(long id, long onto) {
        throw new UnsupportedOperationException("These rows have no order of their own");
    }

    String undo(long entry);

    List<HistoryEntry> history();

    List<HistoryEntry> history(long id);
}
