package vn.minhbach.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param total how many items match
 * @param facets by facet, how many items each value has, most first
 * @param queryCut whether the query was longer than the search looks at
 */
public record SearchResult(long total, List<Hit> hits, Map<String, List<Count>> facets, boolean queryCut) {

    /** How many of the items found have a value. */
    public record Count(String value, long count) {}

    static final SearchResult NOTHING = new SearchResult(0, List.of(), Map.of(), false);
}
