package vn.minhbach.web;

/** What a reader is told went wrong; the words stand in the bundle under {@code error.<name>}. */
public enum Problem {
    /** The address or the request is none. */
    MALFORMED,
    /** It is for others, or came from another site. */
    REFUSED,
    /** There is nothing at the address. */
    MISSING,
    /** The address takes no requests of this kind. */
    METHOD,
    /** There was something, and it was taken back. */
    GONE,
    /** More was sent than is taken. */
    TOO_LARGE,
    /** It was sent to a name that is not the portal's. */
    MISDIRECTED,
    /** It is our fault. */
    FAILED,
    /** The search cannot be had for a while. */
    SEARCH_AWAY,
    /** The database cannot be had for a while. */
    PORTAL_AWAY;

    static Problem of(int status) {
        return switch (status) {
            case 403 -> REFUSED;
            case 404 -> MISSING;
            case 405, 501 -> METHOD;
            case 410 -> GONE;
            case 413 -> TOO_LARGE;
            case 421 -> MISDIRECTED;
            case 503 -> PORTAL_AWAY;
            default -> status < 500 ? MALFORMED : FAILED;
        };
    }
}
