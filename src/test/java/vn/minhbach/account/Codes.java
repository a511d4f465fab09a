package vn.minhbach.account;

import java.time.Instant;

/** What an authenticator app would show: for tests of the browser, which have no telephone. */
public final class Codes {

    private Codes() {}

    /** @param secret as the screen spells it */
    public static String now(String secret) {
        return Totp.code(secret.replace(" ", ""), Totp.step(Instant.now()));
    }

    /** The one that follows: no code counts twice. */
    public static String next(String secret) {
        return Totp.code(secret.replace(" ", ""), Totp.step(Instant.now()) + 1);
    }
}
