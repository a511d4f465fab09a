package vn.minhbach.legal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The days of the calendar, as their screens see them. */
record CalendarDayRows(LegalService service) implements Rows {

    @Override
    public String kind() {
        return CalendarDayStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return CalendarDayStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of("day", "title", "kind", "basis", "certainty");
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Map<String, String> options(String field) {
        return Map.of();
    }

    @Override
    public List<KeptRow> rows() {
        return service.dayRows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.dayRow(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return row.get("counted").equals(RowWords.YES)
                ? Optional.empty()
                : Optional.of(new Standing("warn", "legal.notCounted"));
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addDay(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changeDay(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removeDay(id);
    }

    @Override
    public String undo(long entry) {
        return service.undoDay(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.dayHistory();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.dayHistory(id);
    }
}
