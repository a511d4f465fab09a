package vn.minhbach.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.ServedRows;
import vn.minhbach.web.Visit;

/** The templates, as their screens see them. */
record TemplateRows(InboxTemplateService service, Visit visit) implements ServedRows {

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
    public Optional<Standing> standing(KeptRow row) {
        return Optional.empty();
    }
}
