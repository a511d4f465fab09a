package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the crawled steps of a procedure (trình tự thực hiện) apart.
 *
 * <p>Most texts count their steps ("Bước 1: …"), with all sorts of bullets before the word; one source of the crawl
 * runs them together on one line. Others list a), b), c) at the beginning of lines. Where the count is simply 1, 2, 3
 * the numbers are left to the page that lists the steps; where it starts again for every case, or a preamble would shift
 * it, the words stay as the title. A text that counts nothing is one step.
 */
final class CrawledSteps {

    private static final Pattern STEP = Pattern.compile(
            "(?<=^|\n| )(?:[-+*•–●]{1,3} ?)?(?:[a-zđ]\\) ?|\\(?\\d{1,2}\\) ?|(?:\\d{1,2}\\.){1,4} ?|[-+*] ?)?"
                    + "(?:Bước|BƯỚC) (?<number>\\d{1,2})(?: ?[:.)] ?| ?[-–] ?|(?=\n))");
    private static final Pattern REFERENCE =
            Pattern.compile("(?iu)(?:tại|theo|ở|như|sang|của|đến|từ|lại|hiện|và|hoặc|các|trong|với|sau|trước) $");
    private static final Pattern LETTER = Pattern.compile("(?<=^|\n)(?:- ?)?(?<letter>[a-eđg-ik-z])[).] (?=\\p{Lu})");
    private static final Pattern CASE = Pattern.compile(
            "(?:(?:[a-zđ]|\\d{1,2}|[ivxIVX]{1,4})[).]|\\((?:[a-zđ]|\\d{1,2}|[ivx]{1,4})\\)|(?:\\d\\.){2,4}|[*•]"
                    + " ?|[IVX]{1,4}[.-]|Trường hợp|TRƯỜNG HỢP|Đối với).*");
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_HEADING = 900;
    private static final Pattern COLON = Pattern.compile(" ?:$");

    private CrawledSteps() {}

    /** The steps; none if there is no text. */
    static List<Step> parse(String crawled) {
        var text = CrawledText.tidy(crawled);
        if (!CrawledText.says(text) || text.equals(CrawledText.NOTHING)) {
            return List.of();
        }
        var marks = stepMarks(text);
        if (marks.isEmpty()) {
            marks = letterMarks(text);
        }
        return marks.isEmpty() ? List.of(new Step("", text)) : steps(text, marks);
    }

    /** Counted steps at the beginning of lines, and within a line those which go on counting. */
    private static List<Mark> stepMarks(String text) {
        var marks = new ArrayList<Mark>();
        var step = STEP.matcher(text);
        var last = 0;
        while (step.find()) {
            var number = Integer.parseInt(step.group("number"));
            if (isCounted(text, step.start(), number, last)) {
                marks.add(new Mark(step.start(), step.end(), number, "Bước " + step.group("number")));
                last = number;
            }
        }
        return marks;
    }

    /**
     * At the beginning of a line a step is always counted, within a line it must go on counting or begin a new case.
     */
    private static boolean isCounted(String text, int start, int number, int last) {
        if (CrawledText.at(text, start - 1) == '\n') {
            return true;
        }
        var begins = number == 1
                && (last > 1
                        || !Character.isLetter(text.charAt(start))
                        || CrawledText.at(text, start - 2) == ':'
                        || isCase(text, start));
        var next = number == last + 1 || begins;
        return next
                && !REFERENCE
                        .matcher(text)
                        .region(Math.max(0, start - 9), start)
                        .find();
    }

    private static boolean isCase(String text, int start) {
        var line = text.substring(Math.max(0, start - LONGEST_HEADING), start);
        return CASE.matcher(line.substring(line.lastIndexOf('\n') + 1)).matches();
    }

    /** a), b), c) at the beginning of lines, if they begin the text and count without a gap. */
    private static List<Mark> letterMarks(String text) {
        var marks = new ArrayList<Mark>();
        var letter = LETTER.matcher(text);
        while (letter.find()) {
            var number = LETTERS.indexOf(letter.group("letter")) + 1;
            if (number != marks.size() + 1) {
                return List.of();
            }
            marks.add(new Mark(letter.start(), letter.end(), number, letter.group("letter") + ")"));
        }
        return marks.size() > 1 && marks.getFirst().start() == 0 ? marks : List.of();
    }

    private static List<Step> steps(String text, List<Mark> marks) {
        var steps = new ArrayList<Step>();
        var counts = counts(marks) && marks.getFirst().start() == 0;
        addPreamble(steps, text.substring(0, marks.getFirst().start()));
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var last = i + 1 == marks.size();
            var end = last ? text.length() : marks.get(i + 1).start();
            var caseStart = last || marks.get(i + 1).number() > mark.number() ? end : caseStart(text, mark.end(), end);
            steps.add(step(counts ? "" : mark.words(), text.substring(mark.end(), caseStart)));
            addPreamble(steps, text.substring(caseStart, end));
        }
        return List.copyOf(steps);
    }

    private static boolean counts(List<Mark> marks) {
        for (var i = 0; i < marks.size(); i++) {
            if (marks.get(i).number() != i + 1) {
                return false;
            }
        }
        return true;
    }

    /** Where the heading of the next case begins, which stands on the last line before its first step. */
    private static int caseStart(String text, int start, int end) {
        var body = text.substring(start, end).stripTrailing();
        var line = body.lastIndexOf('\n') + 1;
        var heading = body.substring(line);
        var isHeading =
                line > 0 && (heading.endsWith(":") || (CASE.matcher(heading).matches() && !heading.endsWith(";")));
        return isHeading && heading.length() <= LONGEST_HEADING ? start + line : end;
    }

    private static void addPreamble(List<Step> steps, String text) {
        if (CrawledText.says(text)) {
            var words = text.strip();
            var title = words.indexOf('\n') < 0 && words.length() <= LONGEST_TITLE && words.endsWith(":");
            steps.add(title ? new Step(plain(words), "") : new Step("", words));
        } else if (!text.isBlank() && !steps.isEmpty()) {
            var last = steps.removeLast();
            steps.add(new Step(last.title(), (last.text() + "\n" + text.strip()).strip()));
        }
    }

    /** The first line is the title if it is short, not a sentence, and more follows. */
    private static Step step(String words, String text) {
        var body = text.strip();
        var lineEnd = body.indexOf('\n');
        var line = lineEnd < 0 ? "" : body.substring(0, lineEnd).strip();
        if (line.isEmpty()
                || line.length() > LONGEST_TITLE
                || ".;,".indexOf(line.charAt(line.length() - 1)) >= 0
                || !Character.isUpperCase(line.charAt(0))) {
            return new Step(words, body);
        }
        var title = words.isEmpty() ? plain(line) : words + ": " + plain(line);
        return new Step(title, body.substring(lineEnd).strip());
    }

    private static String plain(String title) {
        return COLON.matcher(title).replaceFirst("");
    }

    /** Where a step is counted. */
    private record Mark(int start, int end, int number, String words) {}
}
