package vn.minhbach.procedure;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The text of a procedure as a crawler brought it home, made fit to be read.
 *
 * <p>Officials type and paste from many systems: a fifth of the crawled procedures hold decomposed Vietnamese letters,
 * others bullets of a symbol font, invisible marks and runs of blanks. In addition the cells of the national database's
 * tables came glued together and were cut apart again by guess, which also cut through some words such as "TTg".
 */
final class CrawledText {

    /** What the national database writes into an empty cell. */
    static final String NOTHING = "Không có thông tin";

    private static final Pattern PILED_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}++");
    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u0085\u2028\u2029]");
    private static final Pattern SYMBOL_BULLET = Pattern.compile("[\uF000-\uF0FF]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\uFFFE\uFFFF&&[^\n\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\t\\p{Zs}]+");
    private static final Pattern BLANK_AT_LINE_END = Pattern.compile("(?<! ) ?\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern CUT_WORD =
            Pattern.compile("(?<=\\p{Lu})\n(?=Tg\\b)|(?<=Vne)\n(?=ID)|(?<=Master)\n(?=Card)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CrawledText() {}

    /** Composed letters, no control characters, single blanks, at most one empty line in a row; line breaks stay. */
    static String tidy(String crawled) {
        // Composing takes long where marks pile up; thirty are more than any writing needs (Unicode Annex 15).
        var text = PILED_MARKS.matcher(crawled).replaceAll("$1");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = LINE_END.matcher(text).replaceAll("\n");
        text = SYMBOL_BULLET.matcher(text).replaceAll("-");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = BLANK_AT_LINE_END.matcher(text).replaceAll("\n");
        text = EMPTY_LINES.matcher(text).replaceAll("\n\n");
        return CUT_WORD.matcher(text).replaceAll("").strip();
    }

    /** The text on one line. */
    static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** The characters of the text without any space: what must not get lost when a text is taken apart. */
    static String bare(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /** The value of a cell; empty where the national database says that there is none. */
    static String value(String cell) {
        var stripped = cell.strip();
        return stripped.equals(NOTHING) ? "" : stripped;
    }

    /** Whether there is a letter or a digit in the text. */
    static boolean says(String text) {
        return says(text, 0, text.length());
    }

    /** Whether there is a letter or a digit in this part of the text. */
    static boolean says(String text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** The character at a place, or a line break outside the text. */
    static char at(String text, int place) {
        return place >= 0 && place < text.length() ? text.charAt(place) : '\n';
    }
}
