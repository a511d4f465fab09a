package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.shared.NotFoundException;

/** The department's units. */
@ApplicationScoped
@Transactional
public class UnitService {

    static final String KIND = "unit";

    @Inject
    UnitRepository units;

    @Inject
    ChangeLog changes;

    /** Takes in a unit; it is public at once. */
    @Permit(Permission.KEEP_UNITS)
    public void add(@Valid Unit unit) {
        units.add(unit);
        changes.published(KIND, unit.getSlug());
    }

    public Unit get(String slug) {
        return units.bySlug(slug).orElseThrow(() -> new NotFoundException(KIND, slug));
    }

    /** All units, the department first. */
    public List<Unit> all() {
        return units.all();
    }
}
