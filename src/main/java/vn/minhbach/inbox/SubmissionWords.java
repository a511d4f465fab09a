package vn.minhbach.inbox;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.minhbach.shared.Text;

/**
 * The words of texts as they are kept and sought: in small letters without marks, each once. Vietnamese is written in syllables, so "giấy phép"
 * is two of them, and a query finds what has both.
 */
final class SubmissionWords {

    /** What is kept of one submission, in bytes of its longest script: it must fit its column when it is sealed. */
    private static final int MOST = 40_000;

    private static final int LONGEST = 60;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** To whom a letter is written is not what it is about. */
    private static final Pattern SALUTATION =
            Pattern.compile("kính\\s+gửi[\\s:]*[^.,;:!?\\n]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Behind these a word has a capital letter whatever it is. */
    private static final Pattern BEGINNING = Pattern.compile("[.!?:;\n\"“(–•-]");

    private static final int LEAST_NUMBER = 2;

    private SubmissionWords() {}

    /** The words of all, between spaces. */
    static String of(Collection<String> texts) {
        var words = new LinkedHashSet<String>();
        texts.forEach(text -> words.addAll(split(text)));
        var all = new StringBuilder();
        var bytes = 0;
        for (var word : words) {
            bytes += word.length() * (isPlain(word) ? 1 : 3) + 1;
            if (bytes > MOST) {
                break;
            }
            all.append(all.isEmpty() ? "" : " ").append(word);
        }
        return all.toString();
    }

    private static boolean isPlain(String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }

    static List<String> split(String text) {
        return BETWEEN.splitAsStream(Text.fold(text))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .distinct()
                .toList();
    }

    /**
     * The words of a text that name one thing among others of its kind: what has a capital letter within a sentence, as streets and halls have, and
     * numbers, as houses have. In a text all in capital letters nothing can be told.
     */
    static Set<String> names(String text) {
        var told = SALUTATION
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        var names = new HashSet<String>();
        var end = 0;
        for (var word = WORD.matcher(told); word.find(); end = word.end()) {
            var isFirst = end == 0
                    || BEGINNING.matcher(told).region(end, word.start()).find();
            if (isName(word.group(), isFirst)) {
                names.add(Text.fold(word.group()));
            }
        }
        return names;
    }

    private static boolean isName(String word, boolean isFirst) {
        return Character.isDigit(word.charAt(0))
                ? word.length() >= LEAST_NUMBER
                : !isFirst
                        && Character.isUpperCase(word.charAt(0))
                        && (word.length() == 1 || !word.equals(word.toUpperCase(Locale.ROOT)));
    }

    /** The number by which a word is compared. A hash that mixes: those of short words lie close together otherwise. */
    static int number(String word) {
        var hash = 0x811C9DC5;
        for (var i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}
