package vn.minhbach.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.Rows;

/** The rows of one kind, as the screens see them. */
record SiteRows(SiteService service, SiteKind of) implements Rows {

    @Override
    public String kind() {
        return of.word();
    }

    @Override
    public List<RowField> fields() {
        return of.fields();
    }

    @Override
    public List<String> columns() {
        return of.columns();
    }

    @Override
    public boolean isOrdered() {
        return of.isOrdered();
    }

    @Override
    public Map<String, String> options(String field) {
        var options = new LinkedHashMap<String, String>();
        options.put("", "—");
        if (of == SiteKind.MENU && field.equals("parent")) {
            service.rows(of).stream()
                    .filter(row ->
                            row.get("parent").isEmpty() && row.get("place").equals(SiteKind.Place.MAIN.name()))
                    .forEach(row -> options.put(Long.toString(row.id()), row.get("title")));
        }
        return options;
    }

    /** As the public sees them: items of a menu under their own. */
    @Override
    public List<KeptRow> rows() {
        var all = service.rows(of);
        if (of == SiteKind.NOTICE) {
            return all.stream().sorted(SiteContent.NOTICES_IN_ORDER).toList();
        }
        if (of != SiteKind.MENU) {
            return all;
        }
        var tree = new ArrayList<KeptRow>();
        for (var place : SiteKind.Place.values()) {
            all.stream()
                    .filter(row ->
                            row.get("parent").isEmpty() && row.get("place").equals(place.name()))
                    .forEach(row -> {
                        tree.add(row);
                        all.stream()
                                .filter(other -> other.get("parent").equals(Long.toString(row.id())))
                                .forEach(tree::add);
                    });
        }
        all.stream().filter(row -> !tree.contains(row)).forEach(tree::add);
        return tree;
    }

    @Override
    public Optional<KeptRow> row(long id) {
        return service.row(of, id);
    }

    @Override
    public Optional<Standing> standing(KeptRow row) {
        if (of.fields().stream().noneMatch(field -> field.name().equals("until"))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (Period.of(row).at(service.now())) {
                    case BEFORE -> new Standing("info", "row.standing.before");
                    case WITHIN -> new Standing("good", "row.standing.within");
                    case AFTER -> new Standing("warn", "row.standing.after");
                });
    }

    @Override
    public boolean isUnder(KeptRow row) {
        return !row.get("parent").isEmpty();
    }

    @Override
    public long add(Map<String, String> values) {
        return service.add(of, values);
    }

    @Override
    public long change(long id, long version, Map<String, String> values) {
        return service.change(of, id, version, values);
    }

    @Override
    public Optional<Removal> remove(long id) {
        return service.remove(of, id);
    }

    @Override
    public long move(long id, int by) {
        return service.move(of, id, by);
    }

    @Override
    public long place(long id, long onto) {
        return service.place(of, id, onto);
    }

    @Override
    public String undo(long entry) {
        return service.undo(of, entry);
    }

    @Override
    public List<HistoryEntry> history() {
        return service.history(of);
    }

    @Override
    public List<HistoryEntry> history(long id) {
        return service.history(of, id);
    }
}
