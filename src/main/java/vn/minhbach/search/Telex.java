package vn.minhbach.search;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads keystrokes of a Vietnamese keyboard that was not switched on: "ddawng" (Telex), "d9a8ng" (VNI) and "dda(ng" (VIQR) are
 * all "đăng". Marks may be typed right behind their letter or at the end of the syllable; a "w" without a letter to bear it is
 * "ư" ("tw", "nhwowngj"), and so are the brackets that some keyboards have for "ư" and "ơ" ("tr][ng").
 */
final class Telex {

    private static final String TONE_KEYS = "frxsj";
    private static final String VNI_TONE_KEYS = "23415";
    private static final String VOWELS = "aeiouyăâêôơư";

    /** Signs of VIQR, and the keys of VNI that mean the same. */
    private static final String SIGNS = "'`?~.^+(";

    private static final String SIGNS_AS_KEYS = "12345678";

    /** Nobody types these for anything else: a roof on its vowel, a horn inside a word. */
    private static final Pattern VIQR = Pattern.compile("[aeo]\\^|[uo]\\+[a-z]", Pattern.CASE_INSENSITIVE);

    /** A bracket that opens something, as in "[Luật]" and "Điều 3[1]"; keys stand behind a letter. */
    private static final Pattern OPENING = Pattern.compile("(?<![\\p{L}\\]])\\[");

    private Telex() {}

    /**
     * The text with keys that are no letters told by ones that are, each in its place, so that the text can be cut into words:
     * "tr][ng ho.c" becomes "trương ho.c", and "dda(ng ky' ke^'t" becomes "dda8ng ky1 ke61t".
     */
    static String lettered(String text) {
        var viqr = VIQR.matcher(text).find();
        var bracketed = !OPENING.matcher(text).find() && (text.indexOf('[') > 0 || text.indexOf(']') > 0);
        if (!viqr && !bracketed) {
            return text;
        }
        var out = new StringBuilder(text);
        for (var start = 0; start < out.length(); start++) {
            var end = start;
            while (end < out.length() && out.charAt(end) != ' ') {
                end++;
            }
            if (bracketed) {
                brackets(out, start, end);
            }
            if (viqr) {
                signs(out, start, end);
            }
            start = end;
        }
        return out.toString();
    }

    /** Brackets behind a letter; not those that hold something. */
    private static void brackets(StringBuilder text, int start, int end) {
        var opening = text.indexOf("[", start);
        var closing = text.lastIndexOf("]", end - 1);
        if (opening >= 0 && closing > opening + 1) {
            return;
        }
        for (var i = start + 1; i < end; i++) {
            if (Character.isLetter(text.charAt(i - 1))) {
                var c = text.charAt(i);
                text.setCharAt(i, c == ']' ? 'ư' : c == '[' ? 'ơ' : c);
            }
        }
    }

    /** Signs behind a vowel or another sign. What ends the query, "dda^u?", ends a sentence. */
    private static void signs(StringBuilder text, int start, int end) {
        var last = end == text.length() && end - 1 > start && ".?".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
        for (var i = start + 1; i < last; i++) {
            var sign = SIGNS.indexOf(text.charAt(i));
            var before = Character.toLowerCase(text.charAt(i - 1));
            if (sign >= 0 && (VOWELS.indexOf(before) >= 0 || SIGNS_AS_KEYS.indexOf(before) >= 0)) {
                text.setCharAt(i, SIGNS_AS_KEYS.charAt(sign));
            }
        }
    }

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
            } else if (key == 'w') {
                letters.append('ư');
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
