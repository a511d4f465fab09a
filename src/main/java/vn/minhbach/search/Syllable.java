package vn.minhbach.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The forms in which one Vietnamese syllable is compared.
 *
 * <p>The canonical form settles what spelling leaves open: composed and decomposed letters, the place of the tone mark (hoà,
 * hòa) and i or y at the end (kí, ký; quí, quý). The tone is taken from its vowel and put at the end as a digit: "hòa" and
 * "hoà" are both "hoa2". The folded form drops every mark: "hoa".
 */
final class Syllable {

    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

    private Syllable() {}

    /** The syllable with its tone as a digit behind it: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, none for ngang. */
    static String canonical(String syllable) {
        var lower = syllable.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return settleY(lower);
        }
        var decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        var letters = new StringBuilder(decomposed.length());
        var tone = -1;
        for (var i = 0; i < decomposed.length(); i++) {
            var mark = TONES.indexOf(decomposed.charAt(i));
            if (mark >= 0) {
                tone = mark;
            } else {
                letters.append(decomposed.charAt(i));
            }
        }
        var bare = settleY(Normalizer.normalize(letters, Normalizer.Form.NFC));
        return tone < 0 ? bare : bare + (char) ('1' + tone);
    }

    /** A canonical form without any mark. */
    static String fold(String canonical) {
        if (isAscii(canonical)) {
            var last = canonical.length() - 1;
            return last > 0 && isTone(canonical.charAt(last)) && Character.isLetter(canonical.charAt(last - 1))
                    ? canonical.substring(0, last)
                    : canonical;
        }
        var decomposed = Normalizer.normalize(canonical, Normalizer.Form.NFD);
        var out = new StringBuilder(decomposed.length());
        for (var i = 0; i < decomposed.length(); i++) {
            var c = decomposed.charAt(i);
            if (c == 'đ') {
                out.append('d');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        var last = out.length() - 1;
        if (last > 0 && isTone(out.charAt(last)) && Character.isLetter(out.charAt(last - 1))) {
            out.setLength(last);
        }
        return out.toString();
    }

    private static boolean isTone(char c) {
        return c >= '1' && c <= '5';
    }

    /** "ky" and "quy" are written "ki" and "qui" as well; "uy" elsewhere is another sound and stays. */
    private static String settleY(String letters) {
        var last = letters.length() - 1;
        if (last < 1 || letters.charAt(last) != 'y') {
            return letters;
        }
        var before = letters.charAt(last - 1);
        var afterConsonant = Character.isLetter(before) && "aeiouyăâêôơư".indexOf(before) < 0;
        return afterConsonant || letters.equals("quy") ? letters.substring(0, last) + "i" : letters;
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
