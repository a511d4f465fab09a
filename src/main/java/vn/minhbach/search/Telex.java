package vn.minhbach.search;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads keystrokes of a Vietnamese keyboard that was not switched on: "ddawng" (Telex) and "d9a8ng" (VNI) are both "đăng".
 * Marks may be typed right behind their letter or at the end of the syllable.
 */
final class Telex {

    private static final String TONE_KEYS = "frxsj";
    private static final String VNI_TONE_KEYS = "23415";
    private static final String VOWELS = "aeiouyăâêôơư";

    private Telex() {}

    /** The canonical syllable that these keys stand for; null if they hold no mark, or no syllable comes of them. */
    static @Nullable String decode(String typed) {
        var letters = new StringBuilder(typed.length());
        var tone = -1;
        var marks = 0;
        for (var i = 0; i < typed.length(); i++) {
            var key = typed.charAt(i);
            var afterVowel = hasVowel(letters);
            var toneKey = TONE_KEYS.indexOf(key) >= 0 ? TONE_KEYS.indexOf(key) : VNI_TONE_KEYS.indexOf(key);
            if (toneKey >= 0 && afterVowel) {
                if (tone >= 0) {
                    return null;
                }
                tone = toneKey;
                marks++;
            } else if (isMark(key) && mark(letters, key)) {
                marks++;
            } else if (Character.isDigit(key)) {
                return null;
            } else {
                letters.append(key);
            }
        }
        if (marks == 0 || !hasVowel(letters)) {
            return null;
        }
        var bare = Normalizer.normalize(letters, Normalizer.Form.NFC).replace("ưo", "ươ");
        return Syllable.canonical(tone < 0 ? bare : bare + Syllable.TONES.charAt(tone));
    }

    private static boolean isMark(char key) {
        return "aeodw6789".indexOf(key) >= 0;
    }

    /** Puts the mark of a key on a letter typed earlier; false if there is none to bear it. */
    private static boolean mark(StringBuilder letters, char key) {
        return switch (key) {
            case 'd', '9' -> replace(letters, "d", "đ", true);
            case 'a' -> replace(letters, "a", "â", false);
            case 'e' -> replace(letters, "e", "ê", false);
            case 'o' -> replace(letters, "o", "ô", false);
            case '6' ->
                replace(letters, "a", "â", false)
                        || replace(letters, "e", "ê", false)
                        || replace(letters, "o", "ô", false);
            case 'w' -> horn(letters) || replace(letters, "a", "ă", false);
            case '7' -> horn(letters);
            default -> replace(letters, "a", "ă", false);
        };
    }

    private static boolean horn(StringBuilder letters) {
        var both = letters.indexOf("uo");
        if (both >= 0) {
            letters.replace(both, both + 2, "ươ");
            return true;
        }
        var half = letters.indexOf("ưo");
        if (half >= 0) {
            letters.replace(half, half + 2, "ươ");
            return true;
        }
        var last = Math.max(letters.lastIndexOf("u"), letters.lastIndexOf("o"));
        if (last < 0 || letters.indexOf("a") >= 0 && letters.lastIndexOf("a") > last && letters.charAt(last) == 'o') {
            return false;
        }
        if (letters.charAt(last) == 'u' && last == 1 && letters.charAt(0) == 'q') {
            return false;
        }
        letters.setCharAt(last, letters.charAt(last) == 'u' ? 'ư' : 'ơ');
        return true;
    }

    private static boolean replace(StringBuilder letters, String plain, String marked, boolean onlyFirst) {
        var at = letters.lastIndexOf(plain);
        if (at < 0 || onlyFirst && at > 0) {
            return false;
        }
        letters.replace(at, at + 1, marked);
        return true;
    }

    private static boolean hasVowel(CharSequence letters) {
        for (var i = 0; i < letters.length(); i++) {
            if (VOWELS.indexOf(letters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
