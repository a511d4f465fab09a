package vn.minhbach.web;

import java.util.Collection;

/**
 * Parameters that are not declared at a door itself: those that are known only when the portal runs, as the facets of a search to which
 * features add theirs, and those that all doors of a kind have.
 */
public interface DoorParameters {

    /** Whether the {@link Door} at a path has them. */
    boolean isOf(String path, Doors.Kind kind);

    Collection<String> names();
}
