package vn.minhbach.legal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The rules, as their screens see them. */
record TimeRuleRows(LegalService service) implements Rows {

    @Override
    public String kind() {
        return TimeRuleStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return TimeRuleStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of("kind", "step", "length", "unit", "basis", "certainty");
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Map<String, String> options(String field) {
        return field.equals("kind") ? service.kinds() : Map.of();
    }

    @Override
    public List<KeptRow> rows() {
        return service.ruleRows();
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.ruleRow(id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        return row.get("applied").equals(RowWords.YES)
                ? Optional.empty()
                : Optional.of(new Standing("warn", "legal.notCounted"));
    }

    @Override
    public long add(Map<String, String> values) {
        return service.addRule(values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.changeRule(id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.removeRule(id);
    }

    @Override
    public String undo(long entry) {
        return service.undoRule(entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.ruleHistory();
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.ruleHistory(id);
    }
}
