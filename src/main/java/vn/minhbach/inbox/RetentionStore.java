package vn.minhbach.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.UnorderedRowStore;
import vn.minhbach.legal.Certainty;
import vn.minhbach.shared.RuleBrokenException;

/**
 * How long things are kept, as rows that the office keeps.
 *
 * @param kinds for which there may be such a row
 */
record RetentionStore(InboxRowRepository repository, Set<String> kinds, ChangeLog changes)
        implements UnorderedRowStore {

    static final String KIND = "retention";

    static final String OF = "of";
    static final String MONTHS = "months";
    static final String ON_REQUEST = "onRequest";
    static final String BASIS = "basis";
    static final String CERTAINTY = "certainty";
    static final String APPLIED = "applied";
    static final String FROM = "from";
    static final String NOTE = "note";

    /** Fifty years; longer ones are a slip of the hand. */
    private static final int LONGEST = 600;

    static final List<RowField> FIELDS = List.of(
            RowField.choice(OF).needed(),
            RowField.of(RowField.Type.NUMBER, MONTHS).needed().help(),
            RowField.choice(ON_REQUEST, YesNo.YES, YesNo.NO).needed().help(),
            RowField.line(BASIS, 300).needed().help(),
            RowField.choice(CERTAINTY, Certainty.class).needed(),
            RowField.choice(APPLIED, YesNo.YES, YesNo.NO).needed().help(),
            RowField.of(RowField.Type.DAY, FROM).needed().help(),
            RowField.area(NOTE, 500));

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
        return repository.retentions().stream().map(Retention::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.retention(id).map(Retention::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        // A row that is put back comes as it was kept, a day in its other form.
        FIELDS.forEach(field ->
                values.put(field.name(), field.kept(field.shown(typed.getOrDefault(field.name(), "")))));
        if (!kinds.contains(values.getOrDefault(OF, ""))) {
            throw new RuleBrokenException("row.error.choice", OF);
        }
        var months = Integer.parseInt(values.getOrDefault(MONTHS, "0"));
        if (months < 1 || months > LONGEST) {
            throw new RuleBrokenException("inbox.error.months", MONTHS);
        }
        // Two answers to one question would be none.
        if (YesNo.is(values, APPLIED)
                && all.stream()
                        .anyMatch(other -> other.id() != id
                                && YesNo.is(other.values(), APPLIED)
                                && other.get(OF).equals(values.get(OF))
                                && other.get(FROM).equals(values.get(FROM)))) {
            throw new RuleBrokenException("inbox.error.retention.twice", FROM);
        }
        return values;
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Without one, things are kept for good.
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var row = new Retention(values, now, by);
        repository.add(row);
        return row.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        repository.retention(id).orElseThrow().write(values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.retention(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreRetention(row);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, row.get(OF));
    }
}
