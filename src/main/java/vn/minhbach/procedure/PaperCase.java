package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The papers to hand in for one case of a procedure (trường hợp).
 *
 * @param label the case in words; empty where the procedure has one case only; real labels run to 900 characters
 */
public record PaperCase(String label, List<Paper> papers) {

    private static final Pattern MARK =
            Pattern.compile("[-+*\\s]{0,6}+(?:(?<number>\\d{1,2})[.)](?![\\d])|\\((?<bracket>\\d{1,2})\\)"
                    + "|\\(?(?<roman>[ivx]{1,4})[.)]|\\(?(?<letter>[a-eđghiklmnopqrstuvxy])[.)])");
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi");

    /** How many papers are to be handed in; remarks and rows without a number are none. */
    public long count() {
        return papers.stream().filter(paper -> paper.kind() == Paper.Kind.PAPER).count();
    }

    /**
     * The papers in the order of their own marks a, b, c or 1, 2, 3: neighbours whose marks count without a gap are put in order, all
     * others stay where they are.
     */
    public List<Paper> inOrder() {
        var ordered = new ArrayList<>(papers);
        for (var kind : List.of("number", "bracket", "roman", "letter")) {
            var from = 0;
            for (var at = 0; at <= ordered.size(); at++) {
                if (at == ordered.size() || place(ordered.get(at), kind) == 0) {
                    order(ordered.subList(from, at), kind);
                    from = at + 1;
                }
            }
        }
        return List.copyOf(ordered);
    }

    private static void order(List<Paper> run, String kind) {
        var places = run.stream().map(paper -> place(paper, kind)).sorted().toList();
        var counted = !places.isEmpty()
                && places.equals(IntStream.range(0, places.size())
                        .map(i -> places.getFirst() + i)
                        .boxed()
                        .toList());
        if (counted) {
            run.sort(Comparator.comparing(paper -> place(paper, kind)));
        }
    }

    private static int place(Paper paper, String kind) {
        var mark = MARK.matcher(paper.name());
        // "i" may be a letter as well; the letters of a list are looked at last.
        return mark.lookingAt() ? place(mark, kind) : 0;
    }

    private static int place(Matcher mark, String kind) {
        return switch (kind) {
            case "number", "bracket" -> mark.group(kind) == null ? 0 : Integer.parseInt(mark.group(kind));
            case "roman" -> mark.group("roman") == null ? 0 : ROMAN.indexOf(mark.group("roman")) + 1;
            default -> {
                var letter = mark.group("letter") == null ? mark.group("roman") : mark.group("letter");
                yield letter == null || letter.length() > 1 ? 0 : LETTERS.indexOf(letter) + 1;
            }
        };
    }
}
