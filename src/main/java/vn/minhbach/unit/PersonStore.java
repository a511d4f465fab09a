package vn.minhbach.unit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.desk.RowStore;
import vn.minhbach.shared.RuleBrokenException;

/** The people of one unit as rows that editors keep. */
record PersonStore(UnitRepository units, AttachmentService files, ChangeLog changes, Unit unit) implements RowStore {

    static final String KIND = "unit-person";

    static final List<RowField> FIELDS = List.of(
            RowField.line("name", 120).needed(),
            RowField.line("post", 200).needed(),
            RowField.line("duties", 500).help(),
            RowField.of(RowField.Type.PHONE, "phone"),
            RowField.of(RowField.Type.EMAIL, "email"),
            RowField.of(RowField.Type.PICTURE, "picture").help());

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<RowField> fields() {
        return FIELDS;
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<KeptRow> all() {
        return units.people(unit.getId()).stream().map(UnitPerson::toKept).toList();
    }

    @Override
    public Optional<KeptRow> find(long id) {
        return units.person(id)
                .filter(person -> person.getUnitId() == unit.getId())
                .map(UnitPerson::toKept);
    }

    @Override
    public Map<String, String> checked(Map<String, String> typed, long id, List<KeptRow> all) {
        var values = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> values.put(field.name(), field.kept(typed.getOrDefault(field.name(), ""))));
        var picture = values.getOrDefault("picture", "");
        if (!picture.isEmpty()
                && files.at(picture)
                        .filter(file -> file.getMediaType().startsWith("image/"))
                        .isEmpty()) {
            throw new RuleBrokenException("row.banner.picture.error", "picture");
        }
        return values;
    }

    @Override
    public void requireMayGo(KeptRow row, List<KeptRow> all) {
        // Nothing stands on somebody.
    }

    @Override
    public boolean areNeighbours(KeptRow one, KeptRow other) {
        return true;
    }

    @Override
    public long insert(Map<String, String> values, int position, Instant now, String by) {
        var person = made(values, position, now, by);
        units.add(person);
        return person.getId();
    }

    private UnitPerson made(Map<String, String> values, int position, Instant now, String by) {
        var person = new UnitPerson(unit.getId(), position);
        person.write(values, now, by);
        return person;
    }

    /** Somebody who is not kept, as they would be with what is typed. */
    UnitPerson drafted(long id, Map<String, String> typed) {
        return made(checked(typed, id, all()), 0, Instant.EPOCH, "");
    }

    @Override
    public void update(long id, Map<String, String> values, Instant now, String by) {
        units.person(id).orElseThrow().write(values, now, by);
        units.flush();
    }

    @Override
    public void delete(long id) {
        units.person(id).ifPresent(units::remove);
    }

    @Override
    public void restore(KeptRow row) {
        units.restorePerson(unit.getId(), row);
    }

    @Override
    public void place(long id, int position) {
        units.placePerson(id, position);
    }

    /** The unit says who is there, and is found by their names. */
    @Override
    public void tell(KeptRow row, boolean isThere) {
        changes.published(UnitService.KIND, unit.getSlug());
    }
}
