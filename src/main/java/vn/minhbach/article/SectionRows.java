package vn.minhbach.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The sections, as their screens see them. */
record SectionRows(SectionService service) implements Rows {

    @Override
    public String kind() {
        return SectionStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return SectionStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(SectionStore.NAME, "kind", "month");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Map<String, String> options(String field) {
        var options = new LinkedHashMap<String, String>();
        options.put("", "—");
        service.rows().stream()
                .filter(row -> field.equals(SectionStore.PARENT)
                        ? row.get(SectionStore.PARENT).isEmpty()
                        : row.get(SectionStore.STATE).equals(SectionStore.OPEN))
                .forEach(row -> options.put(Long.toString(row.id()), row.get(SectionStore.NAME)));
        return options;
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
        if (row.get(SectionStore.STATE).equals(SectionStore.OPEN)) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                "info", row.get(SectionStore.SUCCESSOR).isEmpty() ? "row.section.state.CLOSED" : "row.section.merged"));
    }

    @Override
    public boolean isUnder(KeptRow row) {
        return !row.get(SectionStore.PARENT).isEmpty();
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
