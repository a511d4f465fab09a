package vn.minhbach.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who has given the right password and must show something else.
 *
 * @param action where the form goes
 * @param passkeyAction where the passkey's answer goes
 * @param totp whether they have an app that shows codes
 * @param passkey whether they have a passkey
 * @param problem what went wrong; null at first
 */
public record SecondFactorPage(
        String action,
        String passkeyAction,
        boolean totp,
        boolean passkey,
        @Nullable Problem problem) {

    /** Why somebody was not let in. */
    public enum Problem {
        /** The code is not the one of now. */
        CODE,
        /** Too many wrong ones. */
        SLOW_CODE
    }
}
