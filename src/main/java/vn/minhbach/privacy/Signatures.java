package vn.minhbach.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * By which the portal knows again what it gave out itself: the moment at which a form was shown, a piece of work for a browser. Each purpose has
 * a secret of its own, derived of the data key, so that all nodes have the same and nobody has to set one more. What was signed with the
 * former key is known until that key is taken out.
 */
@ApplicationScoped
public class Signatures {

    private static final int BYTES = 12;

    @Inject
    DataKeys keys;

    protected Signatures() {
        this(DataKeys.of(KeyRing.EMPTY));
    }

    /** For tests. */
    public Signatures(DataKeys keys) {
        this.keys = keys;
    }

    /** The secret of a purpose, for a library that signs by itself; empty without a key. */
    public Optional<String> secret(String purpose) {
        return keys.ring().current().map(key -> secret(key, purpose));
    }

    /** The secrets of a purpose by each key, the current one first. */
    public List<String> secrets(String purpose) {
        return keys.ring().all().stream().map(key -> secret(key, purpose)).toList();
    }

    private static String secret(KeyRing.Key key, String purpose) {
        return HexFormat.of().formatHex(mac(key.signing(), "secret " + purpose));
    }

    /** What to lay beside a text, so that it is known again; empty without a key. */
    public String of(String purpose, String text) {
        return keys.ring().current().map(key -> sign(key, purpose, text)).orElse("");
    }

    /** Whether it was the portal that signed this. */
    public boolean isOwn(String purpose, String text, String signature) {
        var own = false;
        for (var key : keys.ring().all()) {
            own |= MessageDigest.isEqual(
                    sign(key, purpose, text).getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.UTF_8));
        }
        return own;
    }

    private static String sign(KeyRing.Key key, String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(mac(key.signing(), "sign " + purpose + "\n" + text), BYTES));
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
