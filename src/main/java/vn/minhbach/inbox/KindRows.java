package vn.minhbach.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The kinds of submissions, as their screens see them. */
record KindRows(InboxRulesService service) implements Rows {

    @Override
    public String kind() {
        return KindStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return KindStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(KindStore.NAME, KindStore.FORM, KindStore.SECOND_PERSON, KindStore.PUBLISHABLE);
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
        return service.kindRows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.kindRow(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return YesNo.is(row.values(), KindStore.TAKEN)
                ? Optional.empty()
                : Optional.of(new Standing("warn", "inbox.kind.closed"));
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addKind(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changeKind(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removeKind(id);
    }

    @Override
    public long move(long id, int by) {
        return service.moveKind(id, by);
    }

    @Override
    public long place(long id, long onto) {
        return service.placeKind(id, onto);
    }

    @Override
    public String undo(long entry) {
        return service.undoKind(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.kindHistory();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.kindHistory(id);
    }
}
