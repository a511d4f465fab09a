package vn.minhbach.procedure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Time and fee of one case. The source hangs them on the ways of handing in; some of its rows name a case in words.
 *
 * @param ways the rows that name the case, or all where none does
 * @param own whether the rows name the case; if not, they hold for the procedure and may tell of several cases
 */
public record CaseWays(List<Way> ways, boolean own) {

    static final CaseWays NONE = new CaseWays(List.of(), false);

    /** A case known by less is named by chance: "cấp" stands in "cấp lại" as well. */
    private static final int SHORTEST_NAME = 3;

    static CaseWays of(List<Way> ways, CaseChoice.Case one) {
        var name = words(one.core());
        if (name.strip().split(" ").length < SHORTEST_NAME) {
            return new CaseWays(ways, false);
        }
        var naming = ways.stream()
                .filter(way -> Stream.of(way.time(), way.fee(), way.note())
                        .anyMatch(text -> words(text).contains(name)))
                .toList();
        return naming.isEmpty() ? new CaseWays(ways, false) : new CaseWays(naming, true);
    }

    /** Syllables alone, a blank around each. */
    private static String words(String text) {
        var words = new StringBuilder(" ");
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }
}
