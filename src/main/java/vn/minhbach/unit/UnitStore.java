package vn.minhbach.unit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** The units as rows that editors keep. A unit that is called otherwise from now on keeps its address and its former names. */
record UnitStore(UnitRepository units, ChangeLog changes) implements RowStore {

    static final String NAME = "name";
    static final String BODY = "body";
    static final String SLUG = "slug";
    static final String TARGET = "target";

    private static final int MOST_FORMER = 1900;

    static final List<RowField> FIELDS = List.of(
            RowField.line(NAME, 300).needed(),
            RowField.line("shortName", 120),
            RowField.choice("kind", UnitKind.class).needed(),
            RowField.area("formerNames", MOST_FORMER).help(),
            RowField.line("head", 120),
            RowField.line("headPost", 200),
            RowField.line("address", 300),
            RowField.of(RowField.Type.PHONE, "phone"),
            RowField.of(RowField.Type.EMAIL, "email"),
            RowField.area("hours", 500),
            RowField.of(RowField.Type.NUMBER, TARGET).help(),
            RowField.area("summary", 2000),
            RowField.area(BODY, 8000).help());

    @Override
    public String kind() {
        return UnitService.KIND;
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
        return units.all().stream().map(Unit::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return units.find(id).map(Unit::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        values.put(BODY, Html.clean(values.getOrDefault(BODY, "")));
        var name = Text.fold(values.getOrDefault(NAME, ""));
        if (all.stream()
                .anyMatch(row -> row.id() != id && Text.fold(row.get(NAME)).equals(name))) {
            throw new RuleBrokenException("row.error.double", NAME);
        }
        return values;
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        if (!units.people(row.id()).isEmpty()) {
            throw new RuleBrokenException("row.unit.people.left");
        }
    }

    /** The department stands first whatever is moved, then units of a kind by themselves. */
    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return one.get("kind").equals(other.get("kind"));
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var unit = made(freeSlug(values.getOrDefault(NAME, "")), values, position, now, by);
        units.add(unit);
        return unit.getId();
    }

    private static Unit made(String slug, Map<String, String> values, int position, Instant now, String by) {
        var unit = new Unit(slug, values.getOrDefault(NAME, ""), "", UnitKind.OFFICE, position);
        unit.write(values, now, by);
        return unit;
    }

    /** One that is not kept, as it would be with what is typed; of a new one under the address that it would get. */
    Unit drafted(long id, Map<String, String> typed) {
        var values = checked(typed, id, all());
        var slug = units.find(id).map(Unit::getSlug).orElseGet(() -> freeSlug(values.getOrDefault(NAME, "")));
        return made(slug, values, 0, Instant.EPOCH, "");
    }

    private String freeSlug(String name) {
        var taken = units.all().stream().map(Unit::getSlug).toList();
        return Text.freeSlug(name, UnitService.KIND, taken);
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        units.find(id).orElseThrow().write(values, now, by);
        units.flush();
    }

    @Override
    public void delete(long id) {
        units.find(id).ifPresent(units::remove);
    }

    @Override
    public void restore(KeptRow row) {
        units.restore(row);
    }

    @Override
    public void place(long id, int position) {
        units.place(id, position);
    }

    @Override
    public void tell(KeptRow row, boolean isThere) {
        if (isThere) {
            changes.published(UnitService.KIND, row.get(SLUG));
        } else {
            changes.withdrawn(UnitService.KIND, row.get(SLUG));
        }
    }
}
