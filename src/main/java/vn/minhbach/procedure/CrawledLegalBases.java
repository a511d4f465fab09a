package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the crawled legal bases of a procedure (căn cứ pháp lý) apart: a table of titles and numbers.
 *
 * <p>A title is often nothing but kind and number ("Nghị định 126/2020/NĐ-CP"), and it may quote the numbers of other
 * documents, so not every number ends a row. Of all ways to cut the text into rows the most plausible one is taken; if
 * two are equally plausible, or a row has no number, the text is not taken apart.
 */
final class CrawledLegalBases {

    private static final Pattern HEADING = Pattern.compile("^Tên văn bản pháp lý\\s+Mã văn bản\\s*");
    private static final Pattern LOST_BREAK =
            Pattern.compile("[\\p{Ll})]\n(?=\\p{Lu})|[\\p{Lu}\\d]\n(?=\\p{Lu}\\p{Ll})|\\d\\p{Lu}\\p{Ll}");
    private static final Pattern SYMBOL_MARKS = Pattern.compile("[/_-]|\\d+");
    private static final Pattern KIND_ONLY =
            Pattern.compile("(?iu:(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định)(?: số)?)");
    private static final Map<String, String> KIND_OF_SYMBOL = Map.of(
            "NĐ",
            "nghị định",
            "ND",
            "nghị định",
            "TT",
            "thông tư",
            "TTLT",
            "thông tư liên tịch",
            "QĐ",
            "quyết định",
            "NQ",
            "nghị quyết",
            "QH",
            "luật",
            "PL",
            "pháp lệnh",
            "CT",
            "chỉ thị");

    private static final int IMPOSSIBLE = 1_000_000;
    /** A row that costs so much is not believed. */
    private static final int DOUBTFUL = 8;
    /** How many numbers a title may quote. */
    private static final int QUOTES = 12;

    private CrawledLegalBases() {}

    /** The rows; empty if the text is not such a table or can be read in two ways. */
    static Optional<List<LegalBasis>> parse(String crawled) {
        var text = CrawledText.tidy(crawled);
        var body = CrawledNumber.mend(HEADING.matcher(text).replaceFirst("").strip());
        if (body.equals(CrawledText.NOTHING)) {
            return Optional.of(List.of());
        }
        var rows = new Reading(body).rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var bases = rows.stream().map(row -> basis(body, row)).toList();
        return balanced(text, body, rows, bases) ? Optional.of(bases) : Optional.empty();
    }

    private static LegalBasis basis(String body, Row row) {
        var number = row.number();
        var title = CrawledText.line(body.substring(row.from(), row.to()));
        var value = row.to() < number.start() ? value(body, title, number) : number.number(body);
        return new LegalBasis(value, title, "", "");
    }

    /** The kind of the document is left out before its number if the title or the symbol tells it anyway. */
    private static String value(String body, String title, CrawledNumber number) {
        var value = number.number(body);
        var words = number.kind(body);
        return isToldAnyway(CrawledNumber.plainKind(words), title, value) ? value : words + " " + value;
    }

    private static boolean isToldAnyway(String kind, String title, String value) {
        if (kind.isEmpty()
                || value.toLowerCase(Locale.ROOT).contains("/" + kind + "-")
                || title.toLowerCase(Locale.ROOT).startsWith(kind)
                || kind.equals("thông thư")) {
            return true;
        }
        return SYMBOL_MARKS.splitAsStream(value).anyMatch(part -> kind.equals(KIND_OF_SYMBOL.get(part)));
    }

    private static boolean balanced(String text, String body, List<Row> rows, List<LegalBasis> bases) {
        var ledger = new CrawledLedger(text).waive("Tên văn bản pháp lý Mã văn bản");
        for (var i = 0; i < rows.size(); i++) {
            var basis = bases.get(i);
            ledger.pay(basis.title());
            var number = rows.get(i).number();
            if (rows.get(i).to() < number.start()
                    && Character.isDigit(basis.number().charAt(0))) {
                ledger.waive(number.kind(body));
            }
            ledger.pay(basis.number()).waiveMarks(".;,");
        }
        return ledger.balanced();
    }

    /** A title and the number in the cell behind it. */
    private record Row(int from, int to, CrawledNumber number) {}

    /** The search for the most plausible rows, from the first to the last number. */
    private static final class Reading {

        private final String body;
        private final List<CrawledNumber> numbers;
        private final int[] cost;
        private final int[] previous;
        private final boolean[] tie;

        Reading(String body) {
            this.body = body;
            numbers = CrawledNumber.all(body);
            cost = new int[numbers.size() + 1];
            previous = new int[numbers.size() + 1];
            tie = new boolean[numbers.size() + 1];
        }

        /** The rows; none if there is no plausible reading or more than one. */
        List<Row> rows() {
            for (var i = 1; i <= numbers.size(); i++) {
                weigh(i);
            }
            var last = numbers.size();
            if (last == 0 || cost[last] >= IMPOSSIBLE || numbers.getLast().cellEnd() != body.length()) {
                return List.of();
            }
            var rows = new ArrayList<Row>();
            for (var i = last; i > 0; i = previous[i]) {
                if (tie[i] || cost[i] - cost[previous[i]] >= DOUBTFUL) {
                    return List.of();
                }
                rows.add(new Row(end(previous[i]), cell(end(previous[i]), numbers.get(i - 1)), numbers.get(i - 1)));
            }
            Collections.reverse(rows);
            return rows;
        }

        private void weigh(int i) {
            cost[i] = IMPOSSIBLE;
            if (numbers.get(i - 1).fit() == CrawledNumber.Fit.NONE) {
                return;
            }
            for (var j = i - 1; j >= 0 && costOfQuotes(j, i) < 2 * DOUBTFUL && j >= i - 1 - QUOTES; j--) {
                var sum = cost[j] < IMPOSSIBLE ? Math.min(IMPOSSIBLE, cost[j] + costOfRow(j, i)) : IMPOSSIBLE;
                if (sum < cost[i]) {
                    cost[i] = sum;
                    previous[i] = j;
                    tie[i] = tie[j];
                } else if (sum == cost[i] && sum < IMPOSSIBLE) {
                    tie[i] = true;
                }
            }
        }

        private int end(int i) {
            return i == 0 ? 0 : numbers.get(i - 1).cellEnd();
        }

        /** Where the cell of a number begins; its kind is the title if there is no other. */
        private int cell(int from, CrawledNumber number) {
            return CrawledText.says(body, from, number.cell()) ? number.cell() : number.start();
        }

        /** What speaks against a row whose title begins behind the number j and whose number is i, counted from 1. */
        private int costOfRow(int j, int i) {
            var number = numbers.get(i - 1);
            var from = end(j);
            var cell = cell(from, number);
            if (!CrawledText.says(body, from, cell)) {
                return IMPOSSIBLE;
            }
            var title = body.substring(from, cell);
            var sum = CrawledText.at(body, cell - 1) == ' ' && !title.contains(number.number(body)) ? 3 : 0;
            sum += number.fit() == CrawledNumber.Fit.BLANK ? 2 : 0;
            sum += KIND_ONLY.matcher(title.strip()).matches() ? 2 : 0;
            return sum + costOfQuotes(j, i) + costOfBreaks(title);
        }

        private int costOfQuotes(int j, int i) {
            var number = numbers.get(i - 1);
            var from = end(j);
            var cell = cell(from, number);
            var sum = 0;
            for (var quoted = j + 1; quoted < i; quoted++) {
                sum += costOfQuote(from, numbers.get(quoted - 1), number, cell);
            }
            return sum;
        }

        /** A quoted number does not look like the end of a cell, unless it ends the title. */
        private int costOfQuote(int from, CrawledNumber quoted, CrawledNumber number, int cell) {
            if (quoted.fit() == CrawledNumber.Fit.NONE) {
                return 0;
            }
            if (body.substring(quoted.cellEnd(), Math.max(quoted.cellEnd(), cell))
                    .isBlank()) {
                var same = quoted.number(body).equals(number.number(body));
                var alone = !CrawledText.says(body, from, quoted.start());
                return same ? 0 : alone || quoted.stuck() ? DOUBTFUL : 4;
            }
            return quoted.fit() == CrawledNumber.Fit.BLANK ? 1 : DOUBTFUL;
        }

        /** A guessed line break within a title is the trace of another row. */
        private int costOfBreaks(String title) {
            var breaks = LOST_BREAK.matcher(title.strip());
            return breaks.find() ? DOUBTFUL : 0;
        }
    }
}
