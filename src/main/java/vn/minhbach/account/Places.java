package vn.minhbach.account;

import java.util.List;

/**
 * Places for which a role can be given: the sections, the units. Whoever keeps them tells them by a bean of this interface, which the
 * screens of people find by themselves.
 */
public interface Places {

    /** What kind of places. */
    enum Kind {
        SECTION,
        UNIT
    }

    /**
     * A place.
     *
     * @param slug by which an assignment names it
     */
    record Place(String slug, String name) {}

    Kind kind();

    /** All of them, in the order in which people know them. */
    List<Place> all();
}
