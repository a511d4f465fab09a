package vn.minhbach.search;

/**
 * The search page has answered a query.
 *
 * @param total how many items were found
 */
public record Searched(String query, long total) {}
