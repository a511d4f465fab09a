package vn.minhbach.legal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.UnorderedRowStore;
import vn.minhbach.shared.RuleBrokenException;

/**
 * The rules as rows that the office keeps.
 *
 * @param kinds for which there may be rules
 * @param told is told of a row that was added, changed, removed or put back
 */
record TimeRuleStore(LegalRepository repository, Set<String> kinds, ChangeLog changes, Consumer<KeptRow> told)
        implements UnorderedRowStore {

    static final String KIND = "time-rule";

    /** Longer ones are a slip of the hand. */
    private static final int LONGEST = 366;

    static final List<RowField> FIELDS = List.of(
            RowField.choice("kind").needed(),
            RowField.choice("step", TimeRule.Step.class).needed(),
            RowField.of(RowField.Type.NUMBER, "length").needed(),
            RowField.choice("unit", Limit.Unit.class).needed(),
            RowField.line("basis", 300).needed().help(),
            RowField.choice("certainty", Certainty.class).needed(),
            RowField.choice("applied", RowWords.YES, RowWords.NO).needed().help(),
            RowField.of(RowField.Type.DAY, "from").needed().help(),
            RowField.of(RowField.Type.DAY, "until").help(),
            RowField.area("note", 500));

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
        return repository.rules().stream().map(TimeRule::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.rule(id).map(TimeRule::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        // A row that is put back comes as it was kept, a day in its other form.
        FIELDS.forEach(field ->
                values.put(field.name(), field.kept(field.shown(typed.getOrDefault(field.name(), "")))));
        if (!kinds.contains(values.getOrDefault("kind", ""))) {
            throw new RuleBrokenException("row.error.choice", "kind");
        }
        var length = Integer.parseInt(values.getOrDefault("length", "0"));
        if (length < 1 || length > LONGEST) {
            throw new RuleBrokenException("legal.error.length", "length");
        }
        var from = values.getOrDefault("from", "");
        var until = values.getOrDefault("until", "");
        if (!until.isEmpty() && until.compareTo(from) < 0) {
            throw new RuleBrokenException("legal.error.until", "until");
        }
        if (values.getOrDefault("applied", "").equals(RowWords.YES)) {
            var beside = all.stream()
                    .filter(other -> other.id() != id
                            && other.get("applied").equals(RowWords.YES)
                            && other.get("kind").equals(values.get("kind"))
                            && overlap(from, until, other.get("from"), other.get("until")))
                    .toList();
            // Two answers to one question would be none.
            if (beside.stream().anyMatch(other -> other.get("step").equals(values.get("step")))) {
                throw new RuleBrokenException("legal.error.overlap", "from");
            }
            // An extension is so many days more of those in which the answer is reckoned.
            if (beside.stream()
                    .anyMatch(other -> other.get("step").equals(extended(values.get("step")))
                            && !other.get("unit").equals(values.get("unit")))) {
                throw new RuleBrokenException("legal.error.extensionUnit", "unit");
            }
        }
        return values;
    }

    /** Of answer and extension, the step to whose days those of this one are added, or that are added to them; empty for any other step. */
    private static String extended(@Nullable String step) {
        return TimeRule.Step.EXTEND.name().equals(step)
                ? TimeRule.Step.ANSWER.name()
                : TimeRule.Step.ANSWER.name().equals(step) ? TimeRule.Step.EXTEND.name() : "";
    }

    /** Days are kept so that their order is that of the text; no last day is for good. */
    private static boolean overlap(String from, String until, String otherFrom, String otherUntil) {
        return (until.isEmpty() || otherFrom.compareTo(until) <= 0)
                && (otherUntil.isEmpty() || from.compareTo(otherUntil) <= 0);
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // What is due by it is reckoned anew without.
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var rule = new TimeRule(values, now, by);
        repository.add(rule);
        return rule.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        repository.rule(id).orElseThrow().write(values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.rule(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreRule(row);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, Long.toString(row.id()));
        told.accept(row);
    }
}
