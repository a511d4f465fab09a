package vn.minhbach.inbox;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import vn.minhbach.shared.LookAlikes;
import vn.minhbach.shared.Text;

/**
 * The code by which a sender follows what they sent: "7K4-9XW-0TC-3HQ-M5A". Fourteen random characters of twenty-nine hold 68 bits, so
 * nobody guesses one; the fifteenth makes the sum of all, each times its place, divisible by 29. Since 29 is a prime and every place has
 * another weight, one wrong character is always noticed, and so are any two that changed places.
 *
 * <p>Of letters that look alike one is in use: what is read as O, I, L, S, Z, B or U is taken for 0, 1, 1, 5, 2, 8 or V. Small letters,
 * spaces and hyphens do not matter.
 *
 * @param value the fifteen characters, without hyphens
 */
public record TrackingCode(String value) {

    static final String LETTERS = "0123456789ACDEFGHJKMNPQRTVWXY";

    private static final int RANDOM_CHARACTERS = 14;
    private static final int LENGTH = RANDOM_CHARACTERS + 1;
    private static final int GROUP = 3;

    /** More than anybody writes between the characters. */
    private static final int LONGEST_TYPED = 60;

    private static final String SEEN = "OILSZBU";
    private static final String MEANT = "011528V";

    private static final SecureRandom RANDOM = new SecureRandom();

    public TrackingCode {
        if (!isSound(value)) {
            throw new IllegalArgumentException("Not a tracking code");
        }
    }

    public static TrackingCode random() {
        var made = new StringBuilder(LENGTH);
        for (var i = 0; i < RANDOM_CHARACTERS; i++) {
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new TrackingCode(made.append(check(made)).toString());
    }

    /** The character that makes the whole sum divisible. */
    private static char check(CharSequence random) {
        var p = LETTERS.length();
        var sum = sum(random);
        for (var i = 0; i < p; i++) {
            if ((sum + LENGTH * i) % p == 0) {
                return LETTERS.charAt(i);
            }
        }
        throw new IllegalStateException("Every weight has an inverse");
    }

    private static int sum(CharSequence characters) {
        var sum = 0;
        for (var i = 0; i < characters.length(); i++) {
            sum += (i + 1) * LETTERS.indexOf(characters.charAt(i));
        }
        return sum;
    }

    static boolean isSound(String value) {
        return value.length() == LENGTH
                && value.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
                && sum(value) % LETTERS.length() == 0;
    }

    /** What somebody typed or read out; empty if it cannot be a code. */
    public static Optional<TrackingCode> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var plain = Text.fold(LookAlikes.settle(typed)).toUpperCase(Locale.ROOT);
        var read = new StringBuilder();
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            var like = SEEN.indexOf(c);
            if (like >= 0) {
                read.append(MEANT.charAt(like));
            } else if (Character.isLetterOrDigit(c)) {
                read.append(c);
            } else if ("-–—. \u00A0\t_/".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        var value = read.toString();
        return isSound(value) ? Optional.of(new TrackingCode(value)) : Optional.empty();
    }

    /** In groups, as it is shown and read out. */
    public String grouped() {
        var shown = new StringBuilder();
        for (var i = 0; i < LENGTH; i += GROUP) {
            shown.append(i == 0 ? "" : "-").append(value, i, i + GROUP);
        }
        return shown.toString();
    }

    /** Whoever prints a record prints no code by it: logs are read by many. */
    @Override
    public String toString() {
        return "TrackingCode";
    }
}
