package vn.minhbach.search;

import java.util.List;

/**
 * A way to narrow a list, as a page shows it.
 *
 * @param key the request parameter
 * @param label its name in the reader's language
 * @param values the most frequent values
 * @param more the rarer ones, folded away
 */
public record Facet(String key, String label, List<FacetValue> values, List<FacetValue> more) {}
