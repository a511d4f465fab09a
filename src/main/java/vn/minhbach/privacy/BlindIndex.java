package vn.minhbach.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Marks by which a telephone number or an e-mail address is found again that lies sealed: equal values have equal marks (HMAC-SHA-256 with a key
 * derived of the data key), and without the key a mark leads back to nothing, though there are but few telephone numbers. The value is brought into
 * one form before, see {@link Normalised}.
 */
@ApplicationScoped
public class BlindIndex {

    @Inject
    DataKeys keys;

    protected BlindIndex() {
        this(DataKeys.of(KeyRing.EMPTY));
    }

    /** For commands and tests. */
    public BlindIndex(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * The mark to be kept beside the sealed value: {@code k2.…}; empty for nothing.
     *
     * @throws RuleBrokenException if there is no key
     */
    public String of(String normalised) {
        if (normalised.isEmpty()) {
            return "";
        }
        return mark(keys.ring().current().orElseThrow(() -> new RuleBrokenException("privacy.error.key")), normalised);
    }

    /** The marks to look for: by each key, since not everything may have been sealed anew. Empty for nothing. */
    public List<String> candidates(String normalised) {
        return normalised.isEmpty()
                ? List.of()
                : keys.ring().all().stream().map(key -> mark(key, normalised)).toList();
    }

    private static String mark(KeyRing.Key key, String normalised) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key.marking());
            return key.id() + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
