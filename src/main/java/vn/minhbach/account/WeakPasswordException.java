package vn.minhbach.account;

import vn.minhbach.shared.RuleBrokenException;

/** A password that somebody chose is not taken. */
public class WeakPasswordException extends RuleBrokenException {

    private static final long serialVersionUID = 1L;

    private final Weakness weakness;

    /** Why. */
    public enum Weakness {
        /** It has too few letters. */
        SHORT,
        /** It is one of those that are tried first. */
        COMMON,
        /** The name of the account or of its owner is in it. */
        NAME
    }

    WeakPasswordException(Weakness weakness) {
        super("SetPasswordPage.Problem." + weakness, "password");
        this.weakness = weakness;
    }

    public Weakness weakness() {
        return weakness;
    }
}
