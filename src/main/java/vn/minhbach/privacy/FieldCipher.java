package vn.minhbach.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Seals single fields of the database, so that who has a copy of it has no personal data: AES-256-GCM with a nonce of 96 random bits. A sealed
 * value says which key sealed it: {@code e2:k2:…}. It shows roughly how long the value is, and nothing else.
 *
 * <p>A value opens in its own column of its own row only: whoever can write to the database cannot move somebody's number to a place where it is shown
 * to somebody else. What was sealed before values were bound to their rows ({@code e1:k1:…}) still opens in any row of its column, and is sealed
 * anew by {@link Rotation}; nothing is sealed in that way any more, so no key that came since opens such a value.
 *
 * <p>Opening never fails: a list of a hundred people must not stay away because of one. What cannot be opened is answered by a mark that says why,
 * and the mark is refused when it comes back to be sealed, so that no form writes it over the value.
 */
@ApplicationScoped
public class FieldCipher {

    /** By which what cannot be opened is known. */
    static final String UNOPENED = "⟦không mở được: ";

    /** Of the form "e2:<key>:<base64url>", bound to its row. */
    static final String PREFIX = "e2:";

    /** Of the same form, bound to its column alone: from before 2026-12. */
    static final String FORMER_PREFIX = "e1:";

    private static final Pattern SEALED = Pattern.compile("(e[12]:)([a-z0-9][a-z0-9-]{0,15}+):([A-Za-z0-9_-]++)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    DataKeys keys;

    protected FieldCipher() {
        this(DataKeys.of(KeyRing.EMPTY));
    }

    /** For commands and tests. */
    public FieldCipher(DataKeys keys) {
        this.keys = keys;
    }

    /** Why something cannot be opened. */
    public enum Trouble {
        NONE,
        /** The key that sealed it is not among ours. It opens again when the key is back. */
        KEY_MISSING,
        /** It was changed, stands in another place, or its key's id now names another key. */
        ALTERED,
        /** Nobody sealed it. */
        NOT_SEALED
    }

    /**
     * What came of opening.
     *
     * @param text the value; or the mark in its stead
     * @param key the id of the key that sealed it; empty if nobody did
     */
    public record Opened(String text, Trouble trouble, String key) {

        public boolean isOpen() {
            return trouble == Trouble.NONE;
        }

        /** Without the value. */
        @Override
        public String toString() {
            return "Opened " + trouble + " " + key;
        }
    }

    /** Whether anything can be sealed, and so a submission taken. */
    public boolean isReady() {
        return !keys.ring().isEmpty();
    }

    /**
     * Seals a value for its place, and for no other. Nothing stays nothing: what was not given can be told from what was.
     *
     * @throws RuleBrokenException if there is no key, or if the value is the mark of one that could not be opened
     */
    public String seal(String plain, SealedColumn column, SealedRow row) {
        return plain.isEmpty() ? "" : seal(plain, column.context(row));
    }

    /** Seals a value that lies in no row, for those who know for what it was sealed. */
    public String seal(String plain, String context) {
        if (plain.startsWith(UNOPENED)) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
        var key = keys.ring().current().orElseThrow(() -> new RuleBrokenException("privacy.error.key"));
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, PREFIX, context);
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return PREFIX
                    + key.id()
                    + ":"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in the mode GCM", e);
        }
    }

    /** The value, or the mark that says why there is none. */
    public String open(SealedValue value) {
        return opened(value).text();
    }

    /** The same, with the reason apart. Nothing stays nothing. */
    public Opened opened(SealedValue value) {
        var column = value.column();
        return opened(
                value.text(),
                value.text().startsWith(FORMER_PREFIX)
                        ? column.formerContext(value.row())
                        : column.context(value.row()));
    }

    /** The same for a value that lies in no row. */
    public Opened opened(String sealed, String context) {
        if (sealed.isEmpty()) {
            return new Opened("", Trouble.NONE, "");
        }
        var read = SEALED.matcher(sealed);
        if (!read.matches()) {
            return new Opened(UNOPENED + "dữ liệu chưa được mã hoá⟧", Trouble.NOT_SEALED, "");
        }
        var id = read.group(2);
        var key = keys.ring().get(id).orElse(null);
        if (key == null) {
            return new Opened(UNOPENED + "thiếu khoá " + id + "⟧", Trouble.KEY_MISSING, id);
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(read.group(3));
            if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return altered(id);
            }
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(bytes, 0, nonce, 0, NONCE_BYTES);
            var plain = cipher(Cipher.DECRYPT_MODE, key, nonce, read.group(1), context)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new Opened(new String(plain, StandardCharsets.UTF_8), Trouble.NONE, id);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return altered(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in the mode GCM", e);
        }
    }

    /** Whether it is what stands for a value that could not be opened. */
    public static boolean isUnopened(String text) {
        return text.startsWith(UNOPENED);
    }

    private static Opened altered(String id) {
        return new Opened(
                UNOPENED + "dữ liệu đã bị thay đổi, bị chuyển chỗ hoặc sai khoá " + id + "⟧", Trouble.ALTERED, id);
    }

    /** Form and key are bound as well: a value cannot be passed off as another key's, nor as one that opens in any row. */
    private static Cipher cipher(int mode, KeyRing.Key key, byte[] nonce, String prefix, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((prefix + key.id() + ":" + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
