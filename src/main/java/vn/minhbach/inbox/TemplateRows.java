package vn.minhbach.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Visit;

/** The templates, as their screens see them. */
record TemplateRows(InboxTemplateService service, Visit visit) implements Rows {

    @Override
    public String kind() {
        return TemplateStore.KIND;
    }

    @Override
    public List<RowField> fields() {
        return TemplateStore.FIELDS;
    }

    @Override
    public List<String> columns() {
        return List.of(InboxTemplate.NAME, InboxTemplate.FOR_KIND, InboxTemplate.USE);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public Map<String, String> options(String field) {
        if (!field.equals(InboxTemplate.FOR_KIND)) {
            return Map.of();
        }
        var options = new LinkedHashMap<String, String>();
        options.put(InboxTemplate.EVERY_KIND, visit.text("inboxDesk.kind.all"));
        options.putAll(service.kinds(visit.getLanguage()));
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
