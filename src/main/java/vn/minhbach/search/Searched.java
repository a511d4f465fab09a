package vn.minhbach.search;

/**
 * The search page has answered a query.
 *
 * @param total how many items were found
 */
public record Searched(String query, long total) {

    /** Whoever wants to know of it. A bean that implements this is found by the search page. */
    public interface Listener {

        void searched(Searched searched);
    }
}
