package vn.minhbach.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.ServedRows;

/** The sections, as their screens see them. */
record SectionRows(SectionService service) implements ServedRows {

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
}
