package vn.minhbach.change;

/**
 * Keeps something that is derived from published content and must be brought up to date when the change log moves. A bean
 * that implements this is found by {@link Followers}; there is nothing else to register.
 */
public interface Follower {

    /**
     * Who is told after whom. Each is made from what stands before it, so in this order nothing new is ever made of something
     * old.
     */
    enum Phase {
        /** What services keep in memory, see {@link Derived}. */
        VALUES,
        /** The search index. */
        INDEX,
        /** What is made from values and index: rendered pages, suggestions. */
        PAGES
    }

    Phase phase();

    /**
     * The log, or something of an earlier phase, has moved. To be quick, as others wait for their turn; longer work is only
     * begun here, and tells by {@link Followers#moved} when it is done. May be told more often than things move. Who throws
     * is told again.
     */
    void follow();
}
