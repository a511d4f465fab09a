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
 * @param explain whether the result is to say why each hit stands where it stands
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
        boolean exact,
        boolean explain) {

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
        this(query, kinds, filters, facets, order, first, size, highlight, false, false);
    }

    /** The same with the query taken at its word, without repair and without other names. */
    public SearchRequest exactly() {
        return new SearchRequest(query, kinds, filters, facets, order, first, size, highlight, true, explain);
    }

    /** The same with a reason for each hit. */
    public SearchRequest explained() {
        return new SearchRequest(query, kinds, filters, facets, order, first, size, highlight, exact, true);
    }

    /** In which order a list comes. */
    public enum Order {
        RELEVANCE,
        TITLE,
        CODE,
        NEWEST
    }
}
