package vn.minhbach.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.UnorderedRowStore;
import vn.minhbach.shared.RuleBrokenException;

/**
 * The templates as rows that moderators keep.
 *
 * @param kinds for which there may be templates
 */
record TemplateStore(InboxRepository repository, Set<String> kinds) implements UnorderedRowStore {

    static final String KIND = "inbox-template";

    static final List<RowField> FIELDS = List.of(
            RowField.line(InboxTemplate.NAME, 120).needed(),
            RowField.choice(InboxTemplate.FOR_KIND).needed(),
            RowField.choice(InboxTemplate.USE, InboxTemplate.Use.class).needed(),
            RowField.area(InboxTemplate.TEXT, 8_000).needed().help());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RowField> fields() {
        return FIELDS;
    }

    @Override
    public List<KeptRow> all() {
        return repository.templates().stream().map(InboxTemplate::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.template(id).map(InboxTemplate::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        var kind = values.getOrDefault(InboxTemplate.FOR_KIND, "");
        if (!kind.equals(InboxTemplate.EVERY_KIND) && !kinds.contains(kind)) {
            throw new RuleBrokenException("row.error.choice", InboxTemplate.FOR_KIND);
        }
        var use = InboxTemplate.Use.valueOf(values.getOrDefault(InboxTemplate.USE, ""));
        if (!TemplateGap.wrong(values.getOrDefault(InboxTemplate.TEXT, ""), use).isEmpty()) {
            throw new RuleBrokenException(
                    use == InboxTemplate.Use.ANSWER ? "inbox.template.error.gap" : "inbox.template.error.publicGap",
                    InboxTemplate.TEXT);
        }
        return values;
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Answers keep what they took from it.
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var template = new InboxTemplate(values, now, by);
        repository.add(template);
        return template.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        repository.template(id).orElseThrow().write(values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.template(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreTemplate(row);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        // Nothing that is public or derived depends on it.
    }
}
