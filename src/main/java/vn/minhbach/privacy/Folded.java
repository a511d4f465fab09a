package vn.minhbach.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import vn.minhbach.shared.LookAlikes;
import vn.minhbach.shared.Text;

/**
 * A text in plain letters, one for each that is seen, with the way back to the text as it was written: marks, cases, dashes and wide
 * letters make no difference to what is looked for, composed (NFC) or decomposed.
 */
final class Folded {

    private final String text;

    /** In plain letters, capitals as they were. */
    private final String cased;

    private final String low;

    /** Where each letter stands in the text; one more for the end. */
    private final int[] at;

    Folded(String text) {
        this.text = text;
        var out = new StringBuilder(text.length());
        var places = new int[text.length() + 1];
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            var letter = plain(c);
            if (letter != 0) {
                places[out.length()] = i;
                out.append(letter);
            }
            i += Character.charCount(c);
        }
        places[out.length()] = text.length();
        cased = out.toString();
        low = lower(cased);
        at = Arrays.copyOf(places, out.length() + 1);
    }

    private static String lower(String cased) {
        var out = new StringBuilder(cased);
        for (var i = 0; i < out.length(); i++) {
            out.setCharAt(i, Character.toLowerCase(out.charAt(i)));
        }
        return out.toString();
    }

    /** The letter without marks, a plain space for white space; 0 for what is not seen by itself. */
    private static char plain(int c) {
        if (c < 0x80) {
            return c == '\t' || c == '\r' ? ' ' : (char) c;
        }
        var type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (Character.isSpaceChar(c)) {
            return c == 0x2028 || c == 0x2029 ? '\n' : ' ';
        }
        if (c == 'đ' || c == 'Đ') {
            return c == 'đ' ? 'd' : 'D';
        }
        var seen = Normalizer.normalize(LookAlikes.settle(Character.toString(c)), Normalizer.Form.NFKD);
        if (seen.isEmpty() || Character.isSurrogate(seen.charAt(0))) {
            return '\u00A4';
        }
        return switch (seen.charAt(0)) {
            case 'đ' -> 'd';
            case 'Đ' -> 'D';
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            default -> seen.charAt(0);
        };
    }

    /** In plain small letters. */
    String low() {
        return low;
    }

    /** In plain letters, with capitals. */
    String cased() {
        return cased;
    }

    int length() {
        return low.length();
    }

    /** Where a letter begins in the text. */
    int start(int place) {
        return at[place];
    }

    /** Where the letters before a place end in the text: behind their marks, before what follows. */
    int end(int place) {
        return at[place];
    }

    /** As it was written. */
    String written(int from, int to) {
        return text.substring(at[from], at[to]);
    }

    /** Whether any letter was written with a mark, đ included. */
    boolean isMarked(int from, int to) {
        return !written(from, to).equals(cased.substring(from, to));
    }

    /** Whether it says this word, or was written without marks and could say it. */
    boolean says(int from, int to, String key) {
        return !isMarked(from, to) || key(written(from, to)).equals(key);
    }

    /** What two writings of one syllable have in common wherever the tone stands: "hòa" and "hoà". */
    static String key(String word) {
        return Text.toneLast(word);
    }
}
