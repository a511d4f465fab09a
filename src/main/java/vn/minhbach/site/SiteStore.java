package vn.minhbach.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;

/**
 * The rows of one kind, in the table of all of them.
 *
 * @param asked whether there must be a page where a link leads
 */
record SiteStore(SiteRowRepository rows, SiteRules rules, ChangeLog changes, SiteKind of, boolean asked)
        implements RowStore {

    @Override
    public String kind() {
        return of.word();
    }

    @Override
    public List<RowField> fields() {
        return of.fields();
    }

    @Override
    public boolean isOrdered() {
        return of.isOrdered();
    }

    @Override
    public List<KeptRow> all() {
        return rows.all(of).stream().map(SiteRow::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return rows.find(of, id).map(SiteRow::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        return rules.kept(of, typed, id, all, asked);
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        rules.requireMayGo(of, row.id(), all);
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return one.get("place").equals(other.get("place")) && one.get("parent").equals(other.get("parent"));
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var row = new SiteRow(of, position);
        row.write(values, now, by);
        rows.add(row);
        return row.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        rows.find(of, id).ifPresent(row -> row.write(values, now, by));
        rows.flush();
    }

    @Override
    public void delete(long id) {
        rows.find(of, id).ifPresent(rows::remove);
        rows.flush();
    }

    @Override
    public void restore(KeptRow row) {
        rows.restore(of, row);
    }

    @Override
    public void place(long id, int position) {
        rows.place(id, position);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.published(SiteService.KIND, of.word());
    }
}
