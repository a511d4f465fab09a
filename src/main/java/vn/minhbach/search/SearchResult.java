package vn.minhbach.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many items match
 * @param facets by facet, how many items each value has, most first
 * @param queryCut whether the query was longer than the search looks at
 * @param repaired the query as it was understood; null if that is what was typed
 * @param repairToTell whether the reader must be told of the repair: it changed more than forgotten marks
 * @param expansions terms of the query that were also looked for under other names
 */
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<String, List<Count>> facets,
        boolean queryCut,
        @Nullable String repaired,
        boolean repairToTell,
        List<Expansion> expansions) {

    /** A result of which nothing was repaired or expanded. */
    public SearchResult(long total, List<Hit> hits, Map<String, List<Count>> facets, boolean queryCut) {
        this(total, hits, facets, queryCut, null, false, List.of());
    }

    /** A term of the query, and the other names it was looked for under. */
    public record Expansion(String term, List<String> names) {}

    /** How many of the items found have a value. */
    public record Count(String value, long count) {}

    static final SearchResult NOTHING = new SearchResult(0, List.of(), Map.of(), false);
}
