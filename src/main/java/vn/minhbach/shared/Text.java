package vn.minhbach.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is done to any text that comes in from outside, before it is looked at. */
public final class Text {

    /** White space of every script, line breaks of every kind. */
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Huyền, hỏi, ngã, sắc, nặng. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");

    private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");

    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

    private Text() {}

    /**
     * Composes decomposed letters (NFC) and drops what cannot be shown: control characters other than line breaks and
     * tabs, lone surrogates, and what a word processor leaves between letters (soft hyphens, spaces without width, marks of
     * direction), and joiners where there is nothing to join. About a fifth of the national data arrives decomposed.
     */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        var isSeen = false;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (canBeShown(c)) {
                out.appendCodePoint(c);
                isSeen |= !isJoiner(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
            }
            i += Character.charCount(c);
        }
        return Normalizer.normalize(isSeen ? out : JOINERS.matcher(out).replaceAll(""), Normalizer.Form.NFC);
    }

    private static boolean canBeShown(int c) {
        return (c == '\n' || c == '\t' || !Character.isISOControl(c))
                && (c < 0xD800 || c > 0xDFFF)
                && !isInvisible(c)
                && c != 0xFFFE
                && c != 0xFFFF;
    }

    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Joiners are left where they are: emoji and other scripts are made with them. */
    private static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069
                || c == 0xFEFF;
    }

    /** {@link #clean(String)} on one line: every run of white space becomes one space. */
    public static String line(String text) {
        return clean(WHITE_SPACE.matcher(text).replaceAll(" ")).strip();
    }

    /** At most so many characters, never half a letter. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /** At most so many characters, cut between words, with an ellipsis if something was left out. */
    public static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var cut = cut(text, length);
        var space = cut.lastIndexOf(' ');
        return (space > length / 2 ? cut.substring(0, space) : cut).stripTrailing() + "…";
    }

    /** The paragraphs of a text: its lines that are not blank. */
    public static List<String> lines(String text) {
        var breaks = text.indexOf('\u2028') < 0 && text.indexOf('\u2029') < 0
                ? text.lines()
                : Arrays.stream(text.split("\\R"));
        return breaks.map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The text without any mark, in lower case, đ and what looks like it as d: "Đường sắt" becomes "duong sat". */
    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('ð', 'd');
    }

    /** What two writings of one syllable have in common wherever its tone stands: "hòa" and "hoà". In small letters, decomposed. */
    public static String toneLast(String syllable) {
        var parts = Normalizer.normalize(syllable.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        for (var i = 0; i < parts.length(); i++) {
            var c = parts.charAt(i);
            (TONES.indexOf(c) < 0 ? letters : tones).append(c);
        }
        return letters.append(tones).toString();
    }

    /** Whether any letter bears a mark of the Vietnamese script, đ included. */
    public static boolean isVietnamese(String text) {
        return text.chars()
                .anyMatch(c -> (c >= 0xC0 && c <= 0x1B0 && Character.isLetter(c))
                        || (c >= 0x1EA0 && c <= 0x1EF9)
                        || (c >= 0x300 && c <= 0x323));
    }

    /**
     * The address of something by its name, among those that are taken: two names that fold alike get two addresses.
     *
     * @param otherwise of a name in which no letter is left
     */
    public static String freeSlug(String name, String otherwise, Collection<String> taken) {
        var folded = slug(name);
        var base = folded.isEmpty() ? otherwise : folded;
        var free = base;
        for (var n = 2; taken.contains(free); n++) {
            free = cut(base, 110) + "-" + n;
        }
        return free;
    }

    /** The part of an address that names a title: "Đường sắt 2026" becomes "duong-sat-2026". */
    public static String slug(String title) {
        var slug = OUTER_HYPHENS
                .matcher(NOT_IN_SLUG.matcher(fold(title)).replaceAll("-"))
                .replaceAll("");
        return slug.length() <= 120 ? slug : slug.substring(0, 120).replaceAll("-[^-]*$", "");
    }

    /** The text anywhere within another, for SQL: {@code like … escape '!'}. */
    public static String within(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }
}
