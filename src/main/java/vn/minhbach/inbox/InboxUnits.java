package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import vn.minhbach.account.Places;

/** The units to which submissions are given, as whoever keeps them tells them. */
@ApplicationScoped
class InboxUnits {

    @Inject
    @Any
    Instance<Places> places;

    /** Their names by their slugs, in the order in which people know them. */
    LinkedHashMap<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        places.stream()
                .filter(each -> each.kind() == Places.Kind.UNIT)
                .flatMap(each -> each.all().stream())
                .forEach(place -> names.put(place.slug(), place.name()));
        return names;
    }
}
