package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How the units and their people are called of which the audit has the numbers: of a person that of the unit as well. */
@ApplicationScoped
public class UnitNames extends RowNames {

    @Inject
    UnitService units;

    @Override
    public Set<String> services() {
        return Set.of("UnitService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return deed.deed().endsWith("Person")
                ? new Row(PersonStore.KIND, deed.part(1))
                : new Row(UnitService.KIND, deed.part(0));
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<Row, Named>();
        for (var unit : units.all()) {
            present.put(
                    new Row(UnitService.KIND, String.valueOf(unit.getId())),
                    new Named(unit.getName(), UnitEditPage.PATH + "?" + UnitEditPage.ROW + "=" + unit.getId()));
        }
        for (var person : units.everybody()) {
            present.put(
                    new Row(PersonStore.KIND, String.valueOf(person.getId())),
                    new Named(
                            person.getName(),
                            UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + person.getUnitId() + "&"
                                    + UnitPersonPage.ROW + "=" + person.getId()));
        }
        return present;
    }
}
