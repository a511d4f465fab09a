package vn.minhbach.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** The kinds of submissions as rows that the office keeps. */
record KindStore(InboxRowRepository repository, ChangeLog changes) implements RowStore {

    static final String KIND = "inbox-kind";

    static final String NAME = "name";
    static final String NAME_EN = "nameEn";
    static final String FORM = "form";
    static final String LEAD = "lead";
    static final String LEAD_EN = "leadEn";
    static final String ASKED = "asked";
    static final String SECOND_PERSON = "secondPerson";
    static final String PUBLISHABLE = "publishable";
    static final String TAKEN = "taken";
    static final String FAMILY = "family";
    static final String CONSENT = "consent";
    static final String CONSENT_EN = "consentEn";

    /** The choice of a kind that index 766 does not count. */
    static final String NO_FAMILY = "NONE";

    // What no form asks.
    static final String KEY = "key";
    static final String SLUG = "slug";
    static final String CONSENT_VERSION = "consentVersion";

    private static final int LONGEST_KEY = 50;

    static final List<RowField> FIELDS = List.of(
            RowField.line(NAME, 120).needed(),
            RowField.line(NAME_EN, 120).needed(),
            RowField.choice(FORM, SubmissionKind.Form.class).needed().help(),
            RowField.area(LEAD, 500).needed().help(),
            RowField.area(LEAD_EN, 500).needed(),
            RowField.area(ASKED, 600).needed().help(),
            RowField.choice(SECOND_PERSON, YesNo.YES, YesNo.NO).needed().help(),
            RowField.choice(PUBLISHABLE, YesNo.YES, YesNo.NO).needed().help(),
            RowField.choice(TAKEN, YesNo.YES, YesNo.NO).needed().help(),
            RowField.choice(FAMILY, NO_FAMILY, IndexFigures.Family.RULES.name(), IndexFigures.Family.CONDUCT.name())
                    .help(),
            RowField.area(CONSENT, 1000).needed().help(),
            RowField.area(CONSENT_EN, 1000).needed());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RowField> fields() {
        return FIELDS;
    }

    @Override
    public List<String> hidden() {
        return List.of(KEY, SLUG, CONSENT_VERSION);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<KeptRow> all() {
        return repository.kinds().stream().map(SubmissionKind::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return repository.kind(id).map(SubmissionKind::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        values.put(ASKED, AskedFields.written(AskedFields.of(AskedFields.read(values.getOrDefault(ASKED, "")))));
        if (values.getOrDefault(FAMILY, "").isEmpty()) {
            // A line of the history from before there was a choice says nothing of it: it stays as it is.
            values.put(
                    FAMILY,
                    all.stream()
                            .filter(row -> row.id() == id)
                            .findFirst()
                            .map(row -> row.get(FAMILY))
                            .orElse(NO_FAMILY));
        }
        var name = Text.fold(values.getOrDefault(NAME, ""));
        if (all.stream()
                .anyMatch(
                        other -> other.id() != id && Text.fold(other.get(NAME)).equals(name))) {
            throw new RuleBrokenException("inbox.error.kind.twice", NAME);
        }
        return values;
    }

    /** Null if index 766 does not count the kind. */
    static IndexFigures.@Nullable Family family(Map<String, String> values) {
        var family = values.getOrDefault(FAMILY, "");
        return family.isEmpty() || family.equals(NO_FAMILY) ? null : IndexFigures.Family.valueOf(family);
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        if (repository.isUsed(row.get(KEY))) {
            throw new RuleBrokenException("inbox.error.kind.used");
        }
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return true;
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var kind = new SubmissionKind(freeKey(values.getOrDefault(NAME, "")), position);
        write(kind, values, now, by);
        repository.add(kind);
        return kind.getId();
    }

    /** Of the name it has now, and never altered: submissions, limits and addresses name it. */
    private String freeKey(String name) {
        var wanted = Text.cut(Text.slug(name), LONGEST_KEY);
        var key = wanted.isEmpty() ? "loai" : wanted;
        // One that is gone lives on in the history, and may come back.
        var taken = all().stream()
                .flatMap(row -> java.util.stream.Stream.of(row.get(KEY), row.get(SLUG)))
                .toList();
        for (var number = 2; taken.contains(key) || !repository.consents(key).isEmpty(); number++) {
            key = (wanted.isEmpty() ? "loai" : wanted) + "-" + number;
        }
        return key;
    }

    private void write(SubmissionKind kind, Map<String, String> values, Instant now, String by) {
        var consent = repository.consentVersion(
                kind.getKey(), values.getOrDefault(CONSENT, ""), values.getOrDefault(CONSENT_EN, ""), now);
        kind.write(values, consent, now, by);
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        write(repository.kind(id).orElseThrow(), values, now, by);
        repository.flush();
    }

    @Override
    public void delete(long id) {
        repository.kind(id).ifPresent(repository::remove);
    }

    @Override
    public void restore(KeptRow row) {
        repository.restoreKind(row);
    }

    @Override
    public void place(long id, int position) {
        repository.kind(id).ifPresent(kind -> kind.place(position));
        repository.flush();
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, row.get(KEY));
    }
}
