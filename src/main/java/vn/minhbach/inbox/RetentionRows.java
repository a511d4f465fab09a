package vn.minhbach.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** How long things are kept, as its screens see it. */
record RetentionRows(InboxRulesService service) implements Rows {

    @Override
    public String kind() {
        return RetentionStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return RetentionStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                RetentionStore.OF,
                RetentionStore.MONTHS,
                RetentionStore.ON_REQUEST,
                RetentionStore.BASIS,
                RetentionStore.CERTAINTY,
                RetentionStore.FROM);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Map<String, String> options(String field) {
        return field.equals(RetentionStore.OF) ? service.kindNames() : Map.of();
    }

    @Override
    public List<KeptRow> rows() {
        return service.retentionRows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.retentionRow(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return YesNo.is(row.values(), RetentionStore.APPLIED)
                ? Optional.empty()
                : Optional.of(new Standing("warn", "legal.notCounted"));
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addRetention(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changeRetention(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removeRetention(id);
    }

    @Override
    public String undo(long entry) {
        return service.undoRetention(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.retentionHistory();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.retentionHistory(id);
    }
}
