package vn.minhbach.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The wrong doors, as their screens see them. */
record WrongDoorRows(InboxRulesService service) implements Rows {

    @Override
    public String kind() {
        return WrongDoorStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return WrongDoorStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(WrongDoorStore.TITLE, WrongDoorStore.TEXT, WrongDoorStore.URL);
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
        return service.doorRows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.doorRow(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return Optional.empty();
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addDoor(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changeDoor(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removeDoor(id);
    }

    @Override
    public long move(long id, int by) {
        return service.moveDoor(id, by);
    }

    @Override
    public long place(long id, long onto) {
        return service.placeDoor(id, onto);
    }

    @Override
    public String undo(long entry) {
        return service.undoDoor(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.doorHistory();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.doorHistory(id);
    }
}
