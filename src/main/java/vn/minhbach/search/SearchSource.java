package vn.minhbach.search;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A kind of content that can be found. A feature implements this once, as a CDI bean, and appends to the change log; the
 * search itself knows no feature.
 */
public interface SearchSource {

    /** The kind's word, as it stands in the change log, the index and the API: "procedure", "article". */
    String kind();

    /** Hands over everything of this kind that the public may see, in any order. */
    void each(Consumer<SearchDocument> visitor);

    /** One item as the public may see it now; empty if it is not, or no longer, public. */
    Optional<SearchDocument> one(String id);
}
