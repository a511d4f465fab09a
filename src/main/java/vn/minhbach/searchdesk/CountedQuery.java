package vn.minhbach.searchdesk;

/**
 * What was counted of a query over some days.
 *
 * @param query as several readers typed it; without marks if each had a way of their own
 * @param searches how often it was asked
 * @param nothing how often nothing was found
 * @param clicks how often one of its results was opened
 */
public record CountedQuery(String query, long searches, long nothing, long clicks) implements java.io.Serializable {

    /** The share of searches that led to a page, in per cent. */
    public long clickRate() {
        return searches == 0 ? 0 : Math.min(100, Math.round(100.0 * clicks / searches));
    }
}
