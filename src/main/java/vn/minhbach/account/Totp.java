package vn.minhbach.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.minhbach.web.Visit;

/** The six digits that an app on a telephone shows for half a minute (RFC 6238), and how it is told the secret behind them. */
final class Totp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MILLION = 1_000_000;

    /** A telephone's clock may be off by so many steps, and its owner slow by one. */
    private static final int TOLERANCE = 1;

    private Totp() {}

    /** A new secret, in Base32. */
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = new StringBuilder();
        var bits = 0;
        var left = 0;
        for (var each : bytes) {
            bits = bits << 8 | each & 0xFF;
            for (left += 8; left >= 5; left -= 5) {
                secret.append(BASE32.charAt(bits >> left - 5 & 31));
            }
        }
        return secret.toString();
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        var bits = 0;
        var left = 0;
        for (var i = 0; i < base32.length(); i++) {
            bits = bits << 5 | BASE32.indexOf(base32.charAt(i));
            left += 5;
            if (left >= 8) {
                left -= 8;
                bytes.put((byte) (bits >> left));
            }
        }
        return bytes.array();
    }

    static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 15;
            var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MILLION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
        }
    }

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step of time of a code.
     *
     * @param after only codes of later steps are looked at, so that one that was read over a shoulder is of no use
     * @return empty if it is none of now
     */
    static OptionalLong matching(String secret, String code, Instant now, long after) {
        var middle = step(now);
        for (var step = Math.max(after + 1, middle - TOLERANCE); step <= middle + TOLERANCE; step++) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What the app reads off the screen. */
    static String address(String secret, String issuer, String name) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(name) + "?secret=" + secret + "&issuer="
                + encoded(issuer);
    }

    private static String encoded(String text) {
        return Visit.encode(text).replace("+", "%20");
    }
}
