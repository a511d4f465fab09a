package vn.minhbach.inbox;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
}
