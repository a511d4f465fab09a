package vn.minhbach.search;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.minhbach.web.Visit;

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

    /** How results of this kind may be narrowed on the search page: the request parameter, and the facet's name. */
    default Map<String, String> facets() {
        return Map.of();
    }

    /** What a facet's value is called in the reader's language; most are called what they are. */
    default String label(String facet, String value, Visit visit) {
        return value;
    }
}
