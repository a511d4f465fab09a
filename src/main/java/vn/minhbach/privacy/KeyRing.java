package vn.minhbach.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which personal data are sealed: the first seals, all open. Each has an id, which stands before everything that it sealed, so
 * that a key can be replaced while what the former one sealed is still about. It never tells a key.
 */
public final class KeyRing {

    /** No key at all: nothing is sealed and nothing opened. */
    public static final KeyRing EMPTY = new KeyRing(List.of());

    /** Of a key, in bytes. */
    static final int BYTES = 32;

    private static final Pattern KEY = Pattern.compile("([a-z0-9][a-z0-9-]{0,15}+):([A-Za-z0-9+/_-]{43})={0,1}+");

    private final Map<String, Key> keys = new LinkedHashMap<>();

    private KeyRing(Collection<Key> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    /** One key, and what is derived of it, so that what seals never also makes marks. */
    record Key(String id, SecretKey sealing, SecretKey marking, SecretKey signing) {

        /** Its id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * What a setting says: {@code k2:base64,k1:base64}, the current key first; ids of small letters, digits and lines, keys of 32 bytes.
     *
     * @throws IllegalArgumentException if it says anything else; the message names the place and never a key
     */
    public static KeyRing parse(String setting) {
        var keys = new LinkedHashMap<String, Key>();
        var place = 0;
        for (var part : setting.strip().split("[,\\s]++")) {
            place++;
            var read = KEY.matcher(part);
            if (part.isEmpty() || !read.matches()) {
                throw new IllegalArgumentException("khoá thứ " + place + " không có dạng mã:base64 của 32 byte (key "
                        + place + " is not id:base64 of 32 bytes)");
            }
            var bytes =
                    Base64.getDecoder().decode(read.group(2).replace('-', '+').replace('_', '/') + "=");
            if (keys.put(read.group(1), derived(read.group(1), bytes)) != null) {
                throw new IllegalArgumentException(
                        "mã khoá thứ " + place + " bị trùng (the id of key " + place + " is given twice)");
            }
            Arrays.fill(bytes, (byte) 0);
        }
        return new KeyRing(keys.values());
    }

    private static Key derived(String id, byte[] secret) {
        return new Key(
                id,
                new SecretKeySpec(hkdf(secret, "minhbach field cipher"), "AES"),
                new SecretKeySpec(hkdf(secret, "minhbach blind index"), "HmacSHA256"),
                new SecretKeySpec(hkdf(secret, "minhbach signatures"), "HmacSHA256"));
    }

    /** HKDF (RFC 5869) with SHA-256 and without salt, for 32 bytes: one round. */
    static byte[] hkdf(byte[] secret, String info) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[BYTES], "HmacSHA256"));
            var extracted = mac.doFinal(secret);
            mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
            mac.update(info.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The key that seals; none if there is none at all. */
    Optional<Key> current() {
        return keys.values().stream().findFirst();
    }

    Optional<Key> get(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** All, the current one first. */
    List<Key> all() {
        return List.copyOf(keys.values());
    }

    /** Their ids, the current one first. */
    public List<String> ids() {
        return Collections.unmodifiableList(keys.keySet().stream().toList());
    }

    /** The ids. */
    @Override
    public String toString() {
        return "KeyRing " + keys.keySet();
    }
}
