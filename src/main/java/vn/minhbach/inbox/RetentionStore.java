package vn.minhbach.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param today from which a shorter term is counted
 */
record RetentionStore(InboxRowRepository repository, Set<String> kinds, LocalDate today, ChangeLog changes)
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

    /** For so many days the office can look again before a shorter term lets go of anybody: what is let go of is gone. */
    static final int NOTICE = 7;

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
        var after = new ArrayList<>(all.stream()
                .filter(other -> other.id() != id)
                .map(KeptRow::values)
                .toList());
        after.add(values);
        requireNotice(all.stream().map(KeptRow::values).toList(), after);
        return values;
    }

    /** Whatever is done to the rows, within the next days nothing is kept for a shorter time than it would have been. */
    private void requireNotice(List<Map<String, String>> before, List<Map<String, String>> after) {
        for (var day = today; day.isBefore(today.plusDays(NOTICE)); day = day.plusDays(1)) {
            for (var kind : kinds) {
                if (months(after, kind, day) < months(before, kind, day)) {
                    throw new RuleBrokenException("inbox.error.retention.soon", FROM);
                }
            }
        }
    }

    /** For how long a kind is kept by the rows that are in force on a day; as long as can be if there is none. */
    private static int months(List<Map<String, String>> rows, String kind, LocalDate day) {
        return rows.stream()
                .filter(row -> YesNo.is(row, APPLIED) && kind.equals(row.get(OF)))
                .filter(row -> !from(row).isAfter(day))
                .max(Comparator.comparing(RetentionStore::from))
                .map(row -> Integer.parseInt(row.getOrDefault(MONTHS, "")))
                .orElse(Integer.MAX_VALUE);
    }

    private static LocalDate from(Map<String, String> row) {
        return LocalDate.parse(row.getOrDefault(FROM, ""));
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Without any, things are kept for good; without this one, perhaps by one of before that was shorter.
        requireNotice(
                all.stream().map(KeptRow::values).toList(),
                all.stream()
                        .filter(other -> other.id() != row.id())
                        .map(KeptRow::values)
                        .toList());
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
