package vn.minhbach.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows behind which a {@link RowService} stands: they say what they are, and what is done to them is its alone. */
public interface ServedRows extends Rows {

    RowService service();

    @Override
    default List<KeptRow> rows() {
        return service().rows();
    }

    @Override
    default Optional<KeptRow> row(long id) {
        return service().row(id);
    }

    @Override
    default long add(Map<String, String> values) {
        return service().add(values);
    }

    @Override
    default long change(long id, long version, Map<String, String> values) {
        return service().change(id, version, values);
    }

    @Override
    default Optional<Removal> remove(long id) {
        return service().remove(id);
    }

    @Override
    default long move(long id, int by) {
        return service().move(id, by);
    }

    @Override
    default long place(long id, long onto) {
        return service().place(id, onto);
    }

    @Override
    default String undo(long entry) {
        return service().undo(entry);
    }

    @Override
    default List<HistoryEntry> history() {
        return service().history();
    }

    @Override
    default List<HistoryEntry> history(long id) {
        return service().history(id);
    }
}
