package vn.minhbach.relay;

/** How it went when a source was last looked at, where it answered at all. */
public enum RelayResult {
    /** Nobody has looked yet. */
    NEVER,
    GOOD,
    /** It has nothing new since. */
    UNCHANGED,
    /** It answered with an error. */
    STATUS,
    /** What it sends is neither RSS nor Atom, or is broken. */
    NO_FEED,
    /** It declares a document type or entities, by which a reader can be made to open files or to choke. */
    DOCTYPE,
    /** It is nested deeper, or has more entries, than any feed of news. */
    TOO_DEEP,
    /** The section is gone in which its drafts would begin. */
    NO_SECTION,
    /** It is well, but the portal could not keep what it says; it is tried again. */
    NOT_KEPT,
    /** Nothing answered; the trouble says why. */
    TROUBLE
}
