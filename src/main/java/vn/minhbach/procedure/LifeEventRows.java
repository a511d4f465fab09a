package vn.minhbach.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The life events, as their screens see them. */
record LifeEventRows(LifeEventService service) implements Rows {

    @Override
    public String kind() {
        return LifeEventStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return LifeEventStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(LifeEventStore.NAME, LifeEventStore.DESCRIPTION, LifeEventStore.FIELDS_GATHERED);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Map<String, String> options(String field) {
        return Map.of();
    }

    @Override
    public List<KeptRow> rows() {
        return service.rows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.row(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return Optional.empty();
    }

    @Override
    public long add(Map<String, String> values) {
        return service.add(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.change(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.remove(id);
    }

    @Override
    public long move(long id, int by) {
        return service.move(id, by);
    }

    @Override
    public long place(long id, long onto) {
        return service.place(id, onto);
    }

    @Override
    public String undo(long entry) {
        return service.undo(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.history();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.history(id);
    }
}
