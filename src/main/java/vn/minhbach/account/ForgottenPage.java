package vn.minhbach.account;

/**
 * What somebody sees who has forgotten their password.
 *
 * @param action where the form goes
 */
public record ForgottenPage(State state, String action) {

    /** How far they are. */
    public enum State {
        /** May ask for a link. */
        OPEN,
        /** Has asked. Whether there is such an account, and whether a letter goes out, is told nobody. */
        ASKED,
        /** The portal sends no letters: an administrator helps. */
        NO_MAIL
    }
}
