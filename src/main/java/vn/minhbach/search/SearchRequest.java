package vn.minhbach.search;

import java.util.List;
import java.util.Map;

/**
 * What somebody is looking for.
 *
 * @param query what was typed; empty asks for everything
 * @param kinds the kinds of content asked for; empty asks for all
 * @param filters chosen values by facet; values of one facet are alternatives, facets narrow each other
 * @param facets the facets to be counted
 * @param highlight whether titles and snippets are wanted with the matching words marked
 * @param exact whether the query is to be taken at its word, without repair and without other names
 */
public record SearchRequest(
        String query,
        List<String> kinds,
        Map<String, List<String>> filters,
        List<String> facets,
        Order order,
        int first,
        int size,
        boolean highlight,
        boolean exact) {

    /** A request whose query may be repaired. */
    public SearchRequest(
            String query,
            List<String> kinds,
            Map<String, List<String>> filters,
            List<String> facets,
            Order order,
            int first,
            int size,
            boolean highlight) {
        this(query, kinds, filters, facets, order, first, size, highlight, false);
    }

    /** In which order a list comes. */
    public enum Order {
        RELEVANCE,
        TITLE,
        CODE,
        NEWEST
    }
}
