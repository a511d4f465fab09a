package vn.minhbach.relay;

/** What of the news that was found a list shows. */
public enum RelayedView {
    ALL,
    /** What became articles. */
    DRAFTED,
    /** What was known from elsewhere. */
    DUPLICATE,
    /** What was not taken over: too old, or too much at once; and what somebody wants all the same. */
    PASSED_OVER,
    /** What became articles, and whose source did something that nobody has looked at. */
    MARKED
}
