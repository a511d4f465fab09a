package vn.minhbach.shared;

/**
 * Letters and signs that look like others, or like nothing at all. A text that went through a scan, a mail or another keyboard
 * reads "57/2018/NÐ‑CP" on the screen and holds an Icelandic letter and a hyphen that does not break; readers and the
 * people who search see no difference, so none is made.
 */
public final class LookAlikes {

    private static final String CYRILLIC = "АВЕІЈКМНОРЅСТУХаеіјорѕсухһ";
    private static final String CYRILLIC_AS_LATIN = "ABEIJKMHOPSCTYXaeijopscyxh";
    private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private static final String GREEK_AS_LATIN = "ABEZHIKMNOPTYXo";

    private LookAlikes() {}

    /** The text in the letters and signs that it seems to be written in, without what cannot be seen. */
    public static String settle(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isInvisible(text.charAt(i)) || settled(text.charAt(i)) != text.charAt(i)) {
                return settle(text, i);
            }
        }
        return text;
    }

    private static String settle(String text, int from) {
        var out = new StringBuilder(text.length()).append(text, 0, from);
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!isInvisible(c)) {
                out.append(settled(c));
            }
        }
        return out.toString();
    }

    /** Soft hyphens, spaces without width, marks of direction, choices of a letter's shape. */
    private static boolean isInvisible(char c) {
        return c >= 0xAD
                && (Character.getType(c) == Character.FORMAT || c == '\u034F' || c >= '\uFE00' && c <= '\uFE0F');
    }

    private static char settled(char c) {
        if (c < 0xD0) {
            return c;
        }
        return switch (c) {
            case '\u00D0', '\u0189' -> 'Đ';
            case '\u00F0', '\u0256' -> 'đ';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFE63' -> '-';
            case '\u2044', '\u2215' -> '/';
            case '\u2024' -> '.';
            default -> otherwise(c);
        };
    }

    private static char otherwise(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        if (c >= '\u0391' && c <= '\u04BB') {
            var cyrillic = CYRILLIC.indexOf(c);
            if (cyrillic >= 0) {
                return CYRILLIC_AS_LATIN.charAt(cyrillic);
            }
            var greek = GREEK.indexOf(c);
            return greek < 0 ? c : GREEK_AS_LATIN.charAt(greek);
        }
        return c;
    }
}
