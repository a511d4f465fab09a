package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.minhbach.web.Words;

/**
 * What a procedure costs, as the ways to carry it out tell it. The national database has a cell for a figure, and people explain in
 * brackets behind it what is really to be paid: "Miễn phí" with a fee in the brackets is not free, and "135 VNĐ" for a driving
 * licence lost its thousands. Nothing of this is decided here: what is written is shown, and what is doubtful is marked.
 */
final class Fees {

    private static final Pattern CELL = Pattern.compile(
            "(?:(?<free>Miễn phí)|(?<figure>\\d[\\d.,]{0,20})"
                    + " (?<currency>VNĐ|VND|Việt Nam Đồng|Đồng|USD|EUR))\\s*+(?<said>\\(.*)?",
            Pattern.DOTALL);

    /** What is said in brackets and says nothing more than "free" or nothing at all. */
    private static final Pattern NOTHING_MORE = Pattern.compile(
            "(?iu)\\W{0,9}+(?:không|không có|không quy định|không có quy định"
                    + "|không thu phí|không thu phí, lệ phí|không thu|không mất phí|không có phí|miễn phí|miễn lệ phí|không có thông tin)\\W*");

    private static final Pattern COUNCIL = Pattern.compile("(?iu)hội đồng nhân dân|hđnd");
    private static final Pattern FIGURE = Pattern.compile("(?iu)\\d[\\d.,]{0,20} ?(?:đồng|đ(?!\\p{L})|vnđ|vnd|usd|%)");

    /** A sentence of a remark that says what is to be paid. */
    private static final Pattern PAID = Pattern.compile("(?iu)phí(?:[^.;\\n]|\\.(?=\\d)){0,160}");

    private static final int LOST_BELOW = 1000;

    private Fees() {}

    /** What is to be paid on these ways together, each statement once; silence if nothing is said. */
    static List<Statement> of(List<Way> ways, Words words) {
        var told = new LinkedHashSet<Statement>();
        var free = new LinkedHashSet<Statement>();
        for (var way : ways) {
            for (var statement : of(way, words)) {
                (isFree(statement) ? free : told).add(statement);
            }
        }
        told.removeIf(Statement::silent);
        // What costs something stands first; that some cases are free is said behind it.
        if (!told.isEmpty() && !free.isEmpty()) {
            told.add(Statement.reading(
                    words.text("procedure.fee.someFree"), free.iterator().next().ground()));
        } else {
            told.addAll(free);
        }
        return told.isEmpty() ? List.of(Statement.silence(words.text("procedure.silent"))) : List.copyOf(told);
    }

    private static boolean isFree(Statement statement) {
        return statement.origin() == Origin.SOURCE && statement.text().equals("Miễn phí");
    }

    /** What is to be paid on one way. */
    static List<Statement> of(Way way, Words words) {
        var cell = way.fee().strip();
        if (cell.isEmpty()) {
            return List.of(Statement.silence(words.text("procedure.silent")));
        }
        var parts = CELL.matcher(cell);
        if (!parts.matches()) {
            return AtAGlance.tells(cell)
                    ? List.of(Statement.of(Spelling.of(cell), cell))
                    : List.of(Statement.reading(words.text("procedure.figure.bare", cell), cell));
        }
        var said = parts.group("said") == null ? "" : unwrapped(parts.group("said"));
        if (parts.group("free") != null) {
            return free(cell, NOTHING_MORE.matcher(said).matches() ? "" : said, way.note(), words);
        }
        var figure = parts.group("figure");
        var currency = parts.group("currency");
        var vietnamese = !currency.equals("USD") && !currency.equals("EUR");
        return vietnamese && isLost(figure)
                ? lost(cell, figure, currency, said, words)
                : List.of(paid(cell, figure, vietnamese ? "đồng" : currency, said));
    }

    private static List<Statement> free(String cell, String said, String note, Words words) {
        if (!said.isEmpty()) {
            var council = COUNCIL.matcher(said).find() && !FIGURE.matcher(said).find();
            var first = council
                    ? Statement.reading(words.text("procedure.fee.council"), said)
                    : Statement.of(Spelling.of(said), said);
            return List.of(first, Statement.reading(words.text("procedure.fee.saysFree"), cell));
        }
        var sentence = PAID.matcher(note);
        while (sentence.find()) {
            if (FIGURE.matcher(sentence.group()).find()
                    || COUNCIL.matcher(sentence.group()).find()) {
                return List.of(Statement.reading(words.text("procedure.fee.inNote"), sentence.group()));
            }
        }
        return List.of(Statement.of("Miễn phí", "Miễn phí"));
    }

    /** No fee of the state is below a thousand đồng: the source counts in thousands, or the crawl lost a sign. */
    private static boolean isLost(String figure) {
        return figure.chars().allMatch(Character::isDigit)
                && figure.length() < 7
                && Integer.parseInt(figure) < LOST_BELOW;
    }

    private static List<Statement> lost(String cell, String figure, String currency, String said, Words words) {
        var statements = new ArrayList<Statement>();
        var known = !said.isEmpty() && !NOTHING_MORE.matcher(said).matches();
        if (known && said.contains(figure + ".000")) {
            return List.of(Statement.of(Spelling.of(said), said));
        }
        var written = figure + " " + currency;
        statements.add(Statement.reading(
                figure.length() == 1
                        ? words.text("procedure.fee.doubtful", written)
                        : words.text("procedure.fee.lost", written, figure + ".000"),
                cell));
        if (known) {
            statements.add(Statement.of(Spelling.of(said), said));
        }
        return statements;
    }

    private static Statement paid(String cell, String figure, String currency, String said) {
        var digits = figure.replaceAll("[.,]", "");
        var whole = figure.matches("\\d{1,3}(?:[.,]\\d{3})+") || figure.chars().allMatch(Character::isDigit);
        var amount = whole ? Spelling.grouped(digits) : figure.replace('.', ',');
        var spelled = Spelling.of(said);
        String text;
        if (said.isEmpty() || NOTHING_MORE.matcher(said).matches()) {
            text = amount + " " + currency;
        } else if (said.replaceAll("[., ]", "").startsWith(digits)) {
            text = spelled;
        } else if (said.startsWith("/")) {
            text = amount + " " + currency + spelled;
        } else if (said.toLowerCase(java.util.Locale.ROOT).startsWith(currency + "/")) {
            text = amount + " " + spelled;
        } else {
            text = amount + " " + currency + " (" + spelled + ")";
        }
        return Statement.of(text, cell);
    }

    /** The text without the brackets around the whole of it. */
    private static String unwrapped(String said) {
        var text = said.strip();
        var depth = 0;
        for (var at = 0; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at == text.length() - 1 ? text.substring(1, at).strip() : text;
            }
        }
        return text.substring(1).strip();
    }
}
