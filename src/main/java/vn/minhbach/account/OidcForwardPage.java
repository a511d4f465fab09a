package vn.minhbach.account;

/**
 * What somebody sees for a moment who is sent on to the department's server.
 *
 * @param way whether they sign in or out
 * @param url where the browser goes by itself; also a link, where it does not
 */
public record OidcForwardPage(Way way, String url) {

    /** Why they are sent there. */
    public enum Way {
        IN,
        OUT
    }
}
