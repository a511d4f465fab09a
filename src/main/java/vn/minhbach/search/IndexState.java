package vn.minhbach.search;

/**
 * How the search index fares.
 *
 * @param condition whether it can be relied on
 * @param position up to which change it knows
 * @param documents how many items it holds
 * @param rebuilt how many items a running rebuild has done
 * @param problem what went wrong, for the administrator; empty if nothing
 */
public record IndexState(Condition condition, long position, int documents, int rebuilt, String problem) {

    /** Whether the index can be relied on. */
    public enum Condition {
        /** Follows the change log. */
        READY,
        /** Is being rebuilt; what is found may be incomplete. */
        REBUILDING,
        /** Has not been up to date for a while: the change log cannot be read, or the index cannot follow it. */
        BEHIND,
        /** Could not be written or opened; tried again every few seconds. */
        FAILED
    }
}
