package vn.minhbach.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.UnavailableException;

/**
 * How passwords are kept and which are taken. They are kept as Argon2id, whose cost is a setting; what an earlier version kept as PBKDF2,
 * or with a lower cost, still opens and is kept anew when its owner next signs in.
 *
 * <p>A hash takes many megabytes for a moment, so only a few are made at a time: whoever sends passwords by the thousand waits, and the
 * portal's memory is safe.
 */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PATIENCE_SECONDS = 10;
    private static final int SHORTEST_PART = 4;
    private static final String OLD = "PBKDF2WithHmacSHA512";
    private static final Set<String> COMMON = common();

    /** Kibibytes, rounds and lanes: what OWASP asks for at the least. */
    @Inject
    @ConfigProperty(name = "portal.password.argon2", defaultValue = "19456,2,1")
    String cost = "19456,2,1";

    @Inject
    @ConfigProperty(name = "portal.password.shortest", defaultValue = "10")
    int shortest = 10;

    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private Argon2Function function = function("19456,2,1");

    /** Something of about the same cost to compare with where there is no account. */
    private String nobodys = "";

    protected Passwords() {}

    /** For tests, and for whoever wants a cost of their own. */
    Passwords(String cost, int shortest) {
        this.cost = cost;
        this.shortest = shortest;
        read();
    }

    @PostConstruct
    private void read() {
        function = function(cost);
        nobodys = hash("của không ai cả");
    }

    private static Argon2Function function(String cost) {
        var parts = cost.strip().split("\\s*,\\s*");
        try {
            return Argon2Function.getInstance(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    HASH_BYTES,
                    Argon2.ID);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "portal.password.argon2 (PORTAL_PASSWORD_ARGON2): \"" + cost
                            + "\" phải gồm ba số: KiB bộ nhớ, số vòng, số luồng (needs three numbers: KiB, rounds, lanes)",
                    e);
        }
    }

    private static Set<String> common() {
        try (var in = Objects.requireNonNull(Passwords.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is to be kept. */
    public String hash(String password) {
        return inTurn(() -> Password.hash(composed(password))
                .addRandomSalt(SALT_BYTES)
                .with(function)
                .getResult());
    }

    /** Whether it is the password that was kept; of no account, so much as that it takes as long. */
    boolean matches(String password, Optional<String> kept) {
        var hash = kept.filter(one -> !one.isEmpty());
        var same = inTurn(() -> matches(composed(password), hash.orElse(nobodys)));
        return same && hash.isPresent();
    }

    private static boolean matches(String password, String kept) {
        return kept.startsWith(OLD)
                ? matchesOld(password, kept)
                : Password.check(password, kept).with(Argon2Function.getInstanceFromHash(kept));
    }

    /** Whether it should be kept anew: as it is kept today. */
    boolean isOutdated(String kept) {
        return !kept.startsWith("$argon2id$")
                || !Argon2Function.getInstanceFromHash(kept).equals(function);
    }

    /** {@code algorithm:rounds:salt:hash}, as Jakarta Security wrote it. */
    private static boolean matchesOld(String password, String kept) {
        var parts = kept.split(":");
        try {
            var expected = Base64.getDecoder().decode(parts[3]);
            var spec = new PBEKeySpec(
                    password.toCharArray(),
                    Base64.getDecoder().decode(parts[2]),
                    Integer.parseInt(parts[1]),
                    expected.length * 8);
            return MessageDigest.isEqual(
                    expected,
                    SecretKeyFactory.getInstance(OLD).generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + OLD, e);
        }
    }

    /** The same letters typed on a telephone and on a desk's keyboard may be composed or not. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UnavailableException(UnavailableException.Part.PORTAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(UnavailableException.Part.PORTAL, e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    public int getShortest() {
        return shortest;
    }

    /**
     * Takes a password that somebody chose for themselves, or says why not.
     *
     * @param name of the account
     * @param fullName of its owner
     * @throws WeakPasswordException if it is too short, or one of those that are tried first
     */
    void check(String password, String name, String fullName) {
        var composed = composed(password);
        if (composed.codePointCount(0, composed.length()) < shortest) {
            throw new WeakPasswordException(WeakPasswordException.Weakness.SHORT);
        }
        var key = key(composed);
        // What is left of a password without its signs and marks; of one that is all signs nothing is left, and nothing
        // is to be said.
        if (!key.isEmpty() && (isCommon(key) || isMonotonous(key))) {
            throw new WeakPasswordException(WeakPasswordException.Weakness.COMMON);
        }
        if (contains(key, key(name)) || contains(key, key(fullName))) {
            throw new WeakPasswordException(WeakPasswordException.Weakness.NAME);
        }
    }

    private static boolean isCommon(String key) {
        return COMMON.contains(key) || COMMON.contains(withoutDigitsAround(key));
    }

    private static String withoutDigitsAround(String key) {
        var from = 0;
        var until = key.length();
        while (from < until && Character.isDigit(key.charAt(from))) {
            from++;
        }
        while (until > from && Character.isDigit(key.charAt(until - 1))) {
            until--;
        }
        return key.substring(from, until);
    }

    /** "aaaaaaaaaa", "1212121212": few letters, however many of them. */
    private static boolean isMonotonous(String key) {
        return key.chars().distinct().count() <= 3;
    }

    private static boolean contains(String key, String part) {
        return part.length() >= SHORTEST_PART && key.contains(part);
    }

    private static String key(String text) {
        return Text.fold(text).replaceAll("[^a-z0-9]++", "");
    }
}
