package vn.minhbach.procedure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * The life events as rows that editors keep. The index holds with each procedure under which events it stands; those whose events change
 * are indexed anew.
 */
record LifeEventStore(ProcedureRepository procedures, ChangeLog changes) implements RowStore {

    /** The kind of all of them in history and change log. */
    static final String KIND = "life-event";

    static final String NAME = "name";
    static final String NAME_EN = "nameEn";
    static final String DESCRIPTION = "description";
    static final String DESCRIPTION_EN = "descriptionEn";
    static final String ICON = "icon";
    static final String FIRST = "first";
    static final String FIELDS_GATHERED = "fields";
    static final String WORDS = "words";

    /** What no form asks. */
    static final String SLUG = "slug";

    static final List<RowField> FIELDS = List.of(
            RowField.line(NAME, 120).needed(),
            RowField.line(NAME_EN, 120),
            RowField.line(DESCRIPTION, 500),
            RowField.line(DESCRIPTION_EN, 500),
            RowField.choice(
                            ICON,
                            "family",
                            "baby",
                            "rings",
                            "elder",
                            "flower",
                            "id",
                            "school",
                            "work",
                            "business",
                            "house",
                            "land",
                            "car",
                            "travel",
                            "health",
                            "sport",
                            "culture",
                            "heritage",
                            "tax",
                            "justice")
                    .needed(),
            RowField.area(FIRST, 2000).help(),
            RowField.area(FIELDS_GATHERED, 4000).help(),
            RowField.area(WORDS, 2000).help());

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
        return List.of(SLUG);
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<KeptRow> all() {
        return procedures.lifeEvents().stream().map(LifeEvent::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return procedures.lifeEvent(id).map(LifeEvent::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        var name = Text.fold(values.getOrDefault(NAME, ""));
        if (all.stream()
                .anyMatch(row -> row.id() != id && Text.fold(row.get(NAME)).equals(name))) {
            throw new RuleBrokenException("row.error.double", NAME);
        }
        values.put(FIRST, codes(values.getOrDefault(FIRST, "")));
        values.put(FIELDS_GATHERED, lines(values.getOrDefault(FIELDS_GATHERED, "")));
        // Titles are looked at in small letters.
        values.put(WORDS, lines(values.getOrDefault(WORDS, "").toLowerCase(Locale.ROOT)));
        return values;
    }

    private static String codes(String typed) {
        return Text.lines(typed).stream()
                .map(line -> ProcedureCode.national(line)
                        .orElseThrow(() -> new RuleBrokenException("row.life-event.first.error", FIRST)))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String typed) {
        return Text.lines(typed).stream().distinct().collect(Collectors.joining("\n"));
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Its procedures stay, and are found by their fields. Put back, it gathers them again.
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return true;
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var taken = procedures.lifeEvents().stream().map(LifeEvent::getSlug).toList();
        var slug = Text.freeSlug(Text.cut(values.getOrDefault(NAME, ""), 50), KIND, taken);
        var event = new LifeEvent(slug, position);
        event.write(values, now, by);
        procedures.add(event);
        procedures.flush();
        changes.published(ProcedureService.KIND, under(event));
        return event.getId();
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        var event = procedures.lifeEvent(id).orElseThrow();
        var before = under(event);
        event.write(values, now, by);
        procedures.flush();
        var after = under(event);
        var moved = before.stream().filter(code -> !after.contains(code)).collect(Collectors.toList());
        after.stream().filter(code -> !before.contains(code)).forEach(moved::add);
        changes.published(ProcedureService.KIND, moved);
    }

    /** The codes of the procedures that stand under an event. */
    private List<String> under(LifeEvent event) {
        return procedures.gathered().stream()
                .filter(event::gathers)
                .map(LifeEvent.Gathered::code)
                .toList();
    }

    @Override
    public void delete(long id) {
        var event = procedures.lifeEvent(id).orElseThrow();
        var before = under(event);
        procedures.remove(event);
        procedures.flush();
        changes.published(ProcedureService.KIND, before);
    }

    @Override
    public void restore(KeptRow row) {
        procedures.restore(row);
        changes.published(
                ProcedureService.KIND, under(procedures.lifeEvent(row.id()).orElseThrow()));
    }

    @Override
    public void place(long id, int position) {
        procedures.lifeEvent(id).ifPresent(event -> event.place(position));
        procedures.flush();
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.touched(KIND, row.get(SLUG));
    }
}
