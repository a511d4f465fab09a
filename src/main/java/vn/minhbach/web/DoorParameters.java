package vn.minhbach.web;

import java.util.Collection;

/** Parameters of an address that are known only when the portal runs, as the facets of a search to which features add theirs. */
public interface DoorParameters {

    /** The path of the {@link Door} meant. */
    String path();

    Collection<String> names();
}
