package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.account.Places;

/** The units, as places for which a role can be given. */
@ApplicationScoped
class UnitPlaces implements Places {

    @Inject
    UnitService units;

    @Override
    public Kind kind() {
        return Kind.UNIT;
    }

    @Override
    public List<Place> all() {
        return units.all().stream()
                .map(unit -> new Place(unit.getSlug(), unit.getName()))
                .toList();
    }
}
