package vn.minhbach.desk;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.SubjectNames;

/**
 * Names the rows to which the deeds of a service were done. A row that is gone is called as the {@link History} called it last, and is seen
 * nowhere. What takes a deed back ("undo", "restore") has in the audit the line of the history: it was done to the row of that line.
 */
@Transactional
public abstract class RowNames implements SubjectNames {

    /** What stands in an audit may be anything; what is a number can be looked for. */
    private static final Predicate<String> NUMBER = text -> text.matches("\\d{1,18}");

    @Inject
    History history;

    /** @param kind as the history calls it */
    public record Row(String kind, String id) {}

    /** The row to which a deed was done, or of one that takes back, the kind and the line of the history; null if there is none. */
    protected abstract @Nullable Row row(Told deed);

    /** How rows are called that are there, these at the least, and where they are seen. */
    protected abstract Map<Row, Named> present(Collection<Row> rows);

    /**
     * Rows that editors keep, each seen in its form.
     *
     * @param name what a row is called
     * @param form the place of the form, without language
     */
    protected static Map<Row, Named> named(
            String kind, Collection<KeptRow> rows, Function<KeptRow, String> name, String form) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new Row(kind, Long.toString(row.id())),
                        row -> new Named(name.apply(row), form + "?" + RowPage.ROW + "=" + row.id())));
    }

    @Override
    public Map<Told, Named> names(Collection<Told> deeds) {
        var asked = new HashMap<Told, Row>();
        var lines = new HashMap<Told, Row>();
        for (var deed : deeds) {
            var row = row(deed);
            if (row != null && NUMBER.test(row.id())) {
                (takesBack(deed) ? lines : asked).put(deed, row);
            }
        }
        var called = new HashMap<Row, String>();
        var told = history
                .entries(lines.values().stream()
                        .map(line -> Long.valueOf(line.id()))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getId()), entry -> entry));
        lines.forEach((deed, line) -> {
            var entry = told.get(line.id());
            if (entry != null && entry.getKind().equals(line.kind())) {
                var row = new Row(entry.getKind(), entry.getRowId());
                asked.put(deed, row);
                called.put(row, entry.getTitle());
            }
        });
        var rows = Set.copyOf(asked.values());
        var present = present(rows);
        called.putAll(
                past(rows.stream().filter(row -> !present.containsKey(row)).collect(Collectors.toSet())));
        var names = new HashMap<Told, Named>();
        asked.forEach((deed, row) -> {
            var named = present.get(row);
            var title = called.get(row);
            if (named != null) {
                names.put(deed, named);
            } else if (title != null) {
                names.put(deed, new Named(title, ""));
            }
        });
        return names;
    }

    private static boolean takesBack(Told deed) {
        return deed.deed().startsWith("undo") || deed.deed().startsWith("restore");
    }

    /** How rows were called last that are gone. */
    private Map<Row, String> past(Collection<Row> gone) {
        var called = new HashMap<Row, String>();
        var byKind = new HashMap<String, Set<String>>();
        gone.forEach(row ->
                byKind.computeIfAbsent(row.kind(), unused -> new HashSet<>()).add(row.id()));
        byKind.forEach((kind, ids) ->
                history.titles(kind, ids).forEach((id, title) -> called.put(new Row(kind, id), title)));
        return called;
    }
}
