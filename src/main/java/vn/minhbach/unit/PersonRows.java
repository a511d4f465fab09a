package vn.minhbach.unit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The people of a unit, as their screens see them. */
record PersonRows(UnitService service, long unit) implements Rows {

    @Override
    public String kind() {
        return PersonStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return PersonStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of("name", "post", "phone");
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
        return service.personRows(unit);
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.personRow(unit, id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return Optional.empty();
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addPerson(unit, values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changePerson(unit, id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removePerson(unit, id);
    }

    @Override
    public long move(long id, int by) {
        return service.movePerson(unit, id, by);
    }

    @Override
    public long place(long id, long onto) {
        return service.placePerson(unit, id, onto);
    }

    @Override
    public String undo(long entry) {
        return service.undoPerson(unit, entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.personHistory(unit);
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.personHistory(unit, id);
    }
}
