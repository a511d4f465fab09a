package vn.minhbach.procedure;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.minhbach.shared.Text;

/**
 * One statement of a procedure's page, with whose word it is.
 *
 * @param text as the reader sees it
 * @param ground on what it rests: the passage of the source as it is written there, or the legal basis of an advice; empty only
 *     where the portal says that the source is silent
 */
public record Statement(String text, Origin origin, String ground) {

    private static final Pattern CURRENCY = Pattern.compile("vnđ|vnd|việt nam đồng");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A statement says something, and nobody's word but a silence stands on nothing. */
    public Statement {
        if (text.isBlank() || (ground.isBlank() && origin != Origin.READING)) {
            throw new IllegalArgumentException(origin + " without text or ground: " + text);
        }
    }

    /** What the source says; it stays its word as long as no word was changed, else it is a reading. */
    static Statement of(String text, String asWritten) {
        return new Statement(text, sameWords(text, asWritten) ? Origin.SOURCE : Origin.READING, asWritten);
    }

    static Statement source(String text) {
        return new Statement(text, Origin.SOURCE, text);
    }

    static Statement reading(String text, String ground) {
        return new Statement(text, Origin.READING, ground);
    }

    static Statement silence(String text) {
        return new Statement(text, Origin.READING, "");
    }

    static Statement advice(String text, String basis) {
        return new Statement(text, Origin.ADVICE, basis);
    }

    /** Whether it says only that the source says nothing. */
    public boolean silent() {
        return origin == Origin.READING && ground.isEmpty();
    }

    /** The same, not longer than a line of a list has room for. */
    Statement shortened(int length) {
        return new Statement(Text.shorten(Text.line(text), length), origin, ground);
    }

    /** Whether two texts differ in nothing but signs, capitals and the spelling of the currency. */
    public static boolean sameWords(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String text) {
        var lower = CURRENCY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("đồng");
        return NO_WORD.matcher(lower).replaceAll("");
    }
}
