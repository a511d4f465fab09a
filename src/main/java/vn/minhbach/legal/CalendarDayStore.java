package vn.minhbach.legal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.UnorderedRowStore;
import vn.minhbach.shared.RuleBrokenException;

/**
 * The days of the calendar as rows that the office keeps.
 *
 * @param told is told of a row that was added, changed, removed or put back
 */
record CalendarDayStore(LegalRepository repository, ChangeLog changes, Consumer<KeptRow> told)
        implements UnorderedRowStore {

    static final String KIND = "calendar-day";

    static final List<RowField> FIELDS = List.of(
            RowField.of(RowField.Type.DAY, "day").needed().help(),
            RowField.choice("kind", CalendarDay.Kind.class).needed(),
            RowField.line("title", 120).needed().help(),
            RowField.line("basis", 300).needed().help(),
            RowField.choice("certainty", Certainty.class).needed(),
            RowField.choice("counted", RowWords.YES, RowWords.NO).needed().help());

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
        return repository.days().stream().map(CalendarDay::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.day(id).map(CalendarDay::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        // A row that is put back comes as it was kept, a day in its other form.
        FIELDS.forEach(field ->
                values.put(field.name(), field.kept(field.shown(typed.getOrDefault(field.name(), "")))));
        if (all.stream()
                .anyMatch(other -> other.id() != id && other.get("day").equals(values.getOrDefault("day", "")))) {
            throw new RuleBrokenException("legal.error.day", "day");
        }
        return values;
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Nothing stands on a day but what is reckoned anew.
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var day = new CalendarDay(values, now, by);
        repository.add(day);
        return day.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        repository.day(id).orElseThrow().write(values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.day(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreDay(row);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, Long.toString(row.id()));
        told.accept(row);
    }
}
