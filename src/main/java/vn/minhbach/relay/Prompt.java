package vn.minhbach.relay;

/** Has a source looked at at once, and not when its turn comes. */
interface Prompt {

    /** Within a transaction, only if that is committed. */
    void look(long source);
}
