package vn.minhbach.editorial;

/**
 * Where the newest version of an item stands before the board. It says nothing of what the public sees: an item can be public in one
 * version and have a newer one in any of these states.
 */
public enum ReviewState {
    /** Somebody is writing it. */
    WRITING,
    /** Was handed in and waits for somebody to look through it. */
    SUBMITTED,
    /** Was given back to who wrote it, with a reason. */
    RETURNED,
    /** May become public. */
    APPROVED,
    /** Becomes public by itself at its minute. */
    SCHEDULED,
    /** There is nothing to be done: the newest version is the public one, or was once, or was given up. */
    SETTLED
}
