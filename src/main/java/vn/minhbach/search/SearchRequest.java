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
 * @param whole whether what has little to do with the query is wanted too, behind what has much
 * @param before items that stand before all others in the order of need, as far as they are found
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
        boolean explain,
        boolean whole,
        List<SearchTeaching.Item> before) {

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
        this(query, kinds, filters, facets, order, first, size, highlight, false, false, false, List.of());
    }

    /** The same with the query taken at its word, without repair and without other names. */
    public SearchRequest exactly() {
        return new SearchRequest(
                query, kinds, filters, facets, order, first, size, highlight, true, explain, whole, before);
    }

    /** The same with a reason for each hit. */
    public SearchRequest explained() {
        return new SearchRequest(
                query, kinds, filters, facets, order, first, size, highlight, exact, true, whole, before);
    }

    /** The same with what has little to do with the query. */
    public SearchRequest wholly() {
        return new SearchRequest(
                query, kinds, filters, facets, order, first, size, highlight, exact, explain, true, before);
    }

    /** The same with these items before all others that are found, if they are found. */
    public SearchRequest beginningWith(List<SearchTeaching.Item> items) {
        return new SearchRequest(
                query, kinds, filters, facets, order, first, size, highlight, exact, explain, whole, items);
    }

    /** In which order a list comes. */
    public enum Order {
        RELEVANCE,
        /** What people look at most comes first, of what they look at alike one group after the other. */
        NEED,
        TITLE,
        CODE,
        NEWEST
    }
}
