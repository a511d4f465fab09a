package vn.minhbach.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who follows a link to choose a password.
 *
 * @param name of the account; empty where the link does not hold
 * @param action where the form goes
 * @param shortest how many letters a password needs
 * @param problem why what was given is not taken; null at first
 */
public record SetPasswordPage(
        State state,
        String name,
        String action,
        String shortest,
        @Nullable Problem problem) {

    /** How far they are. */
    public enum State {
        /** May choose. */
        OPEN,
        /** The link was used, is too old, or never was one; which of them is not told. */
        ENDED,
        /** Has chosen. */
        DONE
    }

    /** Why a password is not taken. */
    public enum Problem {
        SHORT,
        COMMON,
        NAME,
        /** It was typed in two ways. */
        DIFFERENT;

        static Problem of(WeakPasswordException weak) {
            return switch (weak.weakness()) {
                case SHORT -> SHORT;
                case COMMON -> COMMON;
                case NAME -> NAME;
            };
        }
    }
}
