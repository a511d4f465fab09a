package vn.minhbach.shared;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What nobody can guess, and so opens something to whoever was given it: a link, a sign-in, a challenge. It is told once; the portal keeps
 * its mark, by which it is known again and from which it cannot be had.
 */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A new one of so many random bytes, in letters that an address may hold. */
    public static String next(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of it. */
    public static String mark(String secret) {
        return Sha256.of(secret, Sha256.WHOLE);
    }
}
