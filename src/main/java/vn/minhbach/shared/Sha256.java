package vn.minhbach.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Marks that tell one content from any other: SHA-256 in hexadecimal, whole or shortened. */
public final class Sha256 {

    /** The length of the whole mark, in bytes. */
    public static final int WHOLE = 32;

    private Sha256() {}

    /** The first so many bytes of the mark, two figures each. */
    public static String of(byte[] content, int length) {
        return HexFormat.of().formatHex(digest().digest(content), 0, length);
    }

    public static String of(String text, int length) {
        return of(text.getBytes(StandardCharsets.UTF_8), length);
    }

    /** For content that comes bit by bit. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
