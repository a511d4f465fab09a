package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.Removal;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.shared.NotFoundException;

/** The department's units. */
@ApplicationScoped
@Transactional
public class UnitService {

    static final String KIND = "unit";

    @Inject
    UnitRepository units;

    @Inject
    AttachmentService files;

    @Inject
    Keeping keeping;

    @Inject
    ChangeLog changes;

    /** Takes in a unit; it is public at once. */
    @Permit(Permission.KEEP_UNITS)
    public void add(@Valid Unit unit) {
        units.add(unit);
        changes.published(KIND, unit.getSlug());
    }

    private UnitStore store() {
        return new UnitStore(units, changes);
    }

    /** Of the unit with this number; whatever it is not, is nobody's there. */
    private PersonStore people(long unit) {
        return new PersonStore(units, files, changes, get(unit));
    }

    public List<KeptRow> rows() {
        return store().all();
    }

    public Optional<KeptRow> row(long id) {
        return store().find(id);
    }

    /**
     * A unit as it would be if what is typed were kept. Nothing is kept.
     *
     * @throws vn.minhbach.shared.RuleBrokenException if it could not be kept
     */
    @Permit(value = Permission.KEEP_UNITS, audited = false)
    public Unit previewed(RowDrafts.Draft draft) {
        return store().drafted(draft.row(), draft.typed());
    }

    @Permit(Permission.KEEP_UNITS)
    @Subject
    public long addUnit(Map<String, String> typed) {
        return keeping.add(store(), typed);
    }

    /** @return the line of the history by which it can be taken back; 0 if nothing changed */
    @Permit(Permission.KEEP_UNITS)
    public long change(@Subject long id, long version, Map<String, String> typed) {
        return keeping.change(store(), id, version, typed);
    }

    @Permit(Permission.KEEP_UNITS)
    public Optional<Removal> remove(@Subject long id) {
        return keeping.remove(store(), id);
    }

    @Permit(Permission.KEEP_UNITS)
    public long move(@Subject long id, int by) {
        return keeping.move(store(), id, by);
    }

    @Permit(Permission.KEEP_UNITS)
    public long place(@Subject long id, @Subject long onto) {
        return keeping.place(store(), id, onto);
    }

    @Permit(Permission.KEEP_UNITS)
    public String undo(@Subject long entry) {
        return keeping.undo(store(), entry);
    }

    public List<HistoryEntry> history() {
        return keeping.history(store());
    }

    public List<HistoryEntry> history(long id) {
        return keeping.history(store(), id);
    }

    /** The people of a unit, in order. */
    public List<KeptRow> personRows(long unit) {
        return people(unit).all();
    }

    public Optional<KeptRow> personRow(long unit, long id) {
        return people(unit).find(id);
    }

    /**
     * The people of a unit as they would be if what is typed of one of them were kept. Nothing is kept.
     *
     * @throws vn.minhbach.shared.RuleBrokenException if it could not be kept
     */
    @Permit(value = Permission.KEEP_UNITS, audited = false)
    public List<UnitPerson> previewed(long unit, RowDrafts.Draft draft) {
        var typed = people(unit).drafted(draft.row(), draft.typed());
        var people = new ArrayList<>(units.people(unit));
        var at = people.stream().map(UnitPerson::getId).toList().indexOf(draft.row());
        if (at < 0) {
            people.add(typed);
        } else {
            people.set(at, typed);
        }
        return people;
    }

    @Permit(Permission.KEEP_UNITS)
    @Subject
    public long addPerson(@Subject long unit, Map<String, String> typed) {
        return keeping.add(people(unit), typed);
    }

    @Permit(Permission.KEEP_UNITS)
    public long changePerson(@Subject long unit, @Subject long id, long version, Map<String, String> typed) {
        return keeping.change(people(unit), id, version, typed);
    }

    @Permit(Permission.KEEP_UNITS)
    public Optional<Removal> removePerson(@Subject long unit, @Subject long id) {
        return keeping.remove(people(unit), id);
    }

    @Permit(Permission.KEEP_UNITS)
    public long movePerson(@Subject long unit, @Subject long id, int by) {
        return keeping.move(people(unit), id, by);
    }

    @Permit(Permission.KEEP_UNITS)
    public long placePerson(@Subject long unit, @Subject long id, @Subject long onto) {
        return keeping.place(people(unit), id, onto);
    }

    @Permit(Permission.KEEP_UNITS)
    public String undoPerson(@Subject long unit, @Subject long entry) {
        return keeping.undo(people(unit), entry);
    }

    public List<HistoryEntry> personHistory(long unit) {
        return keeping.history(people(unit));
    }

    public List<HistoryEntry> personHistory(long unit, long id) {
        return keeping.history(people(unit), id);
    }

    /** Who can be reached at a unit, in order. */
    public List<UnitPerson> peopleOf(long unit) {
        return units.people(unit);
    }

    /** Everybody of all units. */
    public List<UnitPerson> everybody() {
        return units.people();
    }

    public Unit get(String slug) {
        return units.bySlug(slug).orElseThrow(() -> new NotFoundException(KIND, slug));
    }

    Unit get(long id) {
        return units.find(id).orElseThrow(() -> new NotFoundException(KIND, Long.toString(id)));
    }

    /** All units, the department first. */
    public List<Unit> all() {
        return units.all();
    }
}
