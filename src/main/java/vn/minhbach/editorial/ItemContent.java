package vn.minhbach.editorial;

import java.util.Set;

/** What a version of an item says, as far as the board asks the same of all kinds. Each kind's record implements it. */
public interface ItemContent {

    /** How people call it in lists. */
    String title();

    /** The slug of the unit of the department that answers for it; empty if none does by itself. */
    default String unit() {
        return "";
    }

    /** The attachments that it shows or offers, by their ids: they become public and vanish with it. */
    default Set<Long> files() {
        return Set.of();
    }
}
