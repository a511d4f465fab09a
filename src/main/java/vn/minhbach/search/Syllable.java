package vn.minhbach.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import vn.minhbach.shared.LookAlikes;

/**
 * The forms in which one Vietnamese syllable is compared.
 *
 * <p>The canonical form settles what spelling leaves open: composed and decomposed letters, the place of the tone mark (hoà,
 * hòa) and i or y at the end (kí, ký; quí, quý), and letters that only look like Latin ones ({@link LookAlikes}). The tone mark is taken from its vowel and put at the end: "hòa" and "hoà" are
 * both "hoa" with a grave accent behind the last letter. The folded form drops every mark: "hoa".
 */
final class Syllable {

    /** The tone marks in the order of the dictionary: huyền, hỏi, ngã, sắc, nặng. */
    static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Of the syllables that were met last, so many are remembered: a text has few different ones, and each often. */
    private static final int REMEMBERED = 30_000;

    private static final int LONGEST_REMEMBERED = 12;

    private static final ConcurrentHashMap<String, Forms> KNOWN = new ConcurrentHashMap<>();

    private Syllable() {}

    /** Both forms of a syllable. */
    record Forms(String canonical, String folded) {

        private static Forms made(String syllable) {
            var canonical = Syllable.canonical(syllable);
            return new Forms(canonical, fold(canonical));
        }
    }

    /** The forms of a syllable as it is written. */
    static Forms forms(String syllable) {
        if (syllable.length() > LONGEST_REMEMBERED) {
            return Forms.made(syllable);
        }
        var known = KNOWN.get(syllable);
        if (known != null) {
            return known;
        }
        var made = Forms.made(syllable);
        if (KNOWN.size() >= REMEMBERED) {
            KNOWN.clear();
        }
        KNOWN.put(syllable, made);
        return made;
    }

    /** The syllable with its tone mark behind its last letter; none for ngang. */
    static String canonical(String syllable) {
        if (isAscii(syllable)) {
            return settleY(syllable.toLowerCase(Locale.ROOT));
        }
        var lower = LookAlikes.settle(syllable).toLowerCase(Locale.ROOT);
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
        return tone < 0 ? bare : bare + TONES.charAt(tone);
    }

    /** A canonical form without any mark. */
    static String fold(String canonical) {
        if (isAscii(canonical)) {
            return canonical;
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
        return out.toString();
    }

    /** A canonical form as people write it: tone mark on its vowel (hòa, toán, quý), y where it is usual. */
    static String written(String canonical) {
        var tone = canonical.isEmpty() ? -1 : TONES.indexOf(canonical.charAt(canonical.length() - 1));
        var letters = usualY(tone < 0 ? canonical : canonical.substring(0, canonical.length() - 1));
        if (tone < 0) {
            return letters;
        }
        var start = letters.startsWith("qu") || letters.startsWith("gi") && letters.length() > 2 && isVowel(letters, 2)
                ? 2
                : 0;
        while (start < letters.length() && !isVowel(letters, start)) {
            start++;
        }
        var end = start;
        while (end < letters.length() && isVowel(letters, end)) {
            end++;
        }
        if (start == end) {
            return canonical;
        }
        var at = end - start == 1 || end - start == 2 && end == letters.length() ? start : start + 1;
        for (var i = start; i < end; i++) {
            at = "ăâêôơư".indexOf(letters.charAt(i)) >= 0 ? i : at;
        }
        return Normalizer.normalize(
                letters.substring(0, at + 1) + TONES.charAt(tone) + letters.substring(at + 1), Normalizer.Form.NFC);
    }

    private static String usualY(String letters) {
        return switch (letters) {
            case "ki", "li", "mi", "hi", "qui", "ti" -> letters.substring(0, letters.length() - 1) + "y";
            default -> letters;
        };
    }

    private static boolean isVowel(String letters, int at) {
        return "aeiouyăâêôơư".indexOf(letters.charAt(at)) >= 0;
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
