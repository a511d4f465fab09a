package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the crawled papers of a procedure (thành phần hồ sơ) apart: which papers are to be handed in, in which case, on
 * which form, and how many of each.
 *
 * <p>A case is a table with its label before it; every row of a table ends with the number of originals and copies,
 * which is the only thing to hold on to, for the rows are stuck together: "…doanh nghiệp.1 bản chính- Bản sao…". The
 * number may be stuck to a figure as well ("năm 20261 bản chính"); nobody asks for more than nine originals there, so
 * only the last digit counts.
 */
final class CrawledPapers {

    private static final Pattern HEADING = Pattern.compile("Tên giấy tờ\\s+Mẫu đơn, tờ khai\\s+Số lượng");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,9}) bản chính(?:,\\s?(\\d{1,3}) bản sao)?");
    private static final Pattern NO_LABEL = Pattern.compile("[-\\s]*");
    private static final Pattern LOST_BREAK = Pattern.compile("(?:\\p{Ll}|(?<=[^\n]{6})\\))\n(?=\\p{Lu})");

    private CrawledPapers() {}

    /** The cases with their papers; empty if the text is not such a table. */
    static Optional<List<PaperCase>> parse(String crawled) {
        var text = CrawledText.tidy(crawled);
        if (NO_LABEL.matcher(text).matches()) {
            return Optional.of(List.of());
        }
        var heading = HEADING.matcher(text);
        if (!heading.find()) {
            return Optional.empty();
        }
        var cases = new ArrayList<PaperCase>();
        var label = text.substring(0, heading.start());
        boolean more;
        do {
            var from = heading.end();
            more = heading.find();
            var papers = new ArrayList<Paper>();
            var rest = readPapers(text.substring(from, more ? heading.start() : text.length()), papers);
            if (rest.isEmpty() || isDoubtful(label)) {
                return Optional.empty();
            }
            if (!papers.isEmpty() || CrawledText.says(label)) {
                cases.add(new PaperCase(label(label), List.copyOf(papers)));
            }
            label = rest.get();
        } while (more);
        var complete = NO_LABEL.matcher(label).matches()
                && cases.stream().anyMatch(c -> !c.papers().isEmpty());
        return complete && balanced(text, cases) ? Optional.of(List.copyOf(cases)) : Optional.empty();
    }

    /** Reads the rows of one table; the result is what follows the last row, nothing if a row is not clear. */
    private static Optional<String> readPapers(String table, List<Paper> papers) {
        var count = COUNT.matcher(table);
        var from = 0;
        while (count.find()) {
            var place = CountPlace.of(table, from, count.start(), count.end(), count.group(1));
            if (place.isEmpty()) {
                continue;
            }
            var digits = place.get();
            var originals = number(table.substring(digits, count.end(1)));
            var paper = paper(table.substring(from, digits), originals, number(count.group(2)));
            if (paper.isEmpty()) {
                return Optional.empty();
            }
            papers.add(paper.get());
            from = count.end();
        }
        return Optional.of(table.substring(from));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<Paper> paper(String cells, int originals, int copies) {
        return CrawledForm.split(cells.strip())
                .filter(form -> !LOST_BREAK.matcher(form.paper()).find())
                .map(form -> new Paper(CrawledText.line(form.paper()), form.name(), "", originals, copies));
    }

    /** A label that holds a form or two cells has swallowed a paper whose number is missing. */
    private static boolean isDoubtful(String label) {
        return CrawledForm.isMentioned(label)
                || LOST_BREAK.matcher(label.strip()).find();
    }

    private static String label(String label) {
        return NO_LABEL.matcher(label).matches() ? "" : CrawledText.line(label);
    }

    private static boolean balanced(String text, List<PaperCase> cases) {
        var ledger = new CrawledLedger(text);
        for (var paperCase : cases) {
            ledger.waiveMarks(paperCase.label().isEmpty() ? "-" : "")
                    .pay(paperCase.label())
                    .waive("Tên giấy tờ Mẫu đơn, tờ khai Số lượng");
            for (var paper : paperCase.papers()) {
                ledger.pay(paper.name());
                for (var form : paper.formName().split(CrawledForm.BETWEEN, -1)) {
                    ledger.pay(form);
                }
                ledger.pay(paper.originals() + " bản chính");
                if (paper.copies() > 0) {
                    ledger.pay("," + paper.copies() + " bản sao");
                }
            }
        }
        return ledger.waiveMarks("-").balanced();
    }

    /** Tells the number at the end of a row from the numbers of originals that are mentioned within a name. */
    static final class CountPlace {

        private static final Pattern COUNT_AGAIN = Pattern.compile("[.,;)]{0,9}\n?\\d bản chính");

        private CountPlace() {}

        /** Where the digits of the number begin; empty if the words do not end a row. */
        static Optional<Integer> of(String table, int rowStart, int start, int end, String digits) {
            var clear = beginsCell(table, start);
            var first = clear ? start : start + digits.length() - 1;
            var named = CrawledText.says(table, rowStart, first);
            var mentioned = isMentioned(CrawledText.at(table, start - 1), digits, clear);
            return named && !mentioned && endsRow(table, end, clear && digits.length() == 1)
                    ? Optional.of(first)
                    : Optional.empty();
        }

        /** Whether the digits begin a cell for certain, so that they all belong to the number. */
        private static boolean beginsCell(String table, int start) {
            var before = CrawledText.at(table, start - 1);
            if ((before == '.' || before == ',') && Character.isDigit(CrawledText.at(table, start - 2))) {
                return false;
            }
            return before == '\n' || (!Character.isLetterOrDigit(before) && " (-/".indexOf(before) < 0);
        }

        /**
         * People write "01 bản chính" and "(1 bản chính)" within a name; the number in the cell has no zero before it.
         */
        private static boolean isMentioned(char before, String digits, boolean clear) {
            var zero = digits.startsWith("0");
            return (before == '(' && digits.length() < 3)
                    || (clear && zero && digits.length() > 1)
                    || (before == ' ' && zero && digits.length() == 2);
        }

        /** The next row is on a new line or stuck to the number; blanks and points speak for a sentence going on. */
        private static boolean endsRow(String table, int end, boolean clear) {
            var after = CrawledText.at(table, end);
            if (COUNT_AGAIN.matcher(table).region(end, table.length()).lookingAt()) {
                return false;
            }
            return after == ' '
                    ? clear && !Character.isLowerCase(CrawledText.at(table, end + 1))
                    : clear || ".,;)".indexOf(after) < 0;
        }
    }
}
