package vn.minhbach.account;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in form shows.
 *
 * @param name what was typed before; the password is never shown again
 * @param action where the form goes; it carries where the reader goes from there
 * @param passkeyAction where the answer of a passkey goes
 * @param oidcAction where somebody goes who signs in by the department's server; empty if there is none
 * @param oidcName what its accounts are called; may be empty
 * @param problem what went wrong; null at first
 */
public record SignInPage(
        String name,
        String action,
        String passkeyAction,
        String oidcAction,
        String oidcName,
        @Nullable Problem problem) {

    /** Why somebody was not let in. */
    public enum Problem {
        /** Name or password is wrong, or the account is closed; which of them is not told. */
        FAILED,
        /** Too many failures from here. */
        SLOW,
        /** The passkey is none of this portal's, or its account is closed. */
        PASSKEY,
        /** The department's server could not be asked, or what it said opens nothing here; which of them is not told. */
        OIDC
    }
}
