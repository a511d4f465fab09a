package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the crawled ways to carry out a procedure (cách thức thực hiện) apart: how the papers may be handed in, how
 * long it takes and what it costs, row by row.
 *
 * <p>A row begins where a channel is followed by a time limit and a fee; a channel named within a remark is not. Undone
 * are rows stuck to the remark before them, remarks stuck to a fee, and a time limit without unit stuck to the fee
 * ("1Miễn phí"). The words in brackets behind a fee belong to it: often they alone tell what is really to be paid.
 */
final class CrawledWays {

    private static final String HEADING = "Hình thức nộp Thời gian Phí, lệ phí Mô tả";
    private static final String CHANNEL = "(?<channel>Trực tuyến|Trực tiếp|Dịch vụ bưu chính)";
    private static final String UNIT = " (?:Ngày làm việc|Ngày|Giờ|Phút|Tuần|Tháng|Quý|Năm)";
    private static final String AMOUNT = "\\d[\\d.,]{0,20} (?:VNĐ|VND|Việt Nam Đồng|USD|EUR|Đồng)";
    private static final String FEE = "(?:Miễn phí|" + CrawledText.NOTHING + "|" + AMOUNT + ")";

    private static final Pattern HEADING_LINES = Pattern.compile("^Hình thức nộp\\s+Thời gian\\s+Phí, lệ phí\\s+Mô tả");
    private static final Pattern ROW = Pattern.compile(CHANNEL + "\n(?:"
            + "(?<time>\\d{1,4}(?:[.,]\\d{1,2})?" + UNIT + "|" + CrawledText.NOTHING + ")\n(?<fee>" + FEE + ")"
            // An amount never begins with a zero, so the digit before it is the time limit.
            + "|(?<bareTime>\\d{1,4})(?<bareFee>Miễn phí|" + CrawledText.NOTHING + ")"
            + "|(?<oneTime>1)(?<oneFee>[1-9]\\d{1,2}(?:,\\d{3})* (?:VNĐ|Việt Nam Đồng))"
            + "|(?!Trực|Dịch vụ bưu chính)(?<wordTime>[^\n]{1,200}?)[\n ](?<wordFee>" + FEE + ")(?=[\n(]|$))");
    private static final Pattern LIST_MARK = Pattern.compile("\\((?:\\d{1,2}|[ivx]{1,4})\\)");
    private static final Pattern MISSED_ROW = Pattern.compile("(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\n(?:\\d{1,4}"
            + UNIT + "|\\d+ ?" + FEE + "|" + CrawledText.NOTHING + ")");

    private CrawledWays() {}

    /** The rows; empty if the text is not such a table. */
    static Optional<List<Way>> parse(String crawled) {
        var text = CrawledText.tidy(crawled);
        var heading = HEADING_LINES.matcher(text);
        var body = heading.find() ? text.substring(heading.end()).strip() : text;
        var row = ROW.matcher(body);
        if (!row.find() || row.start() > 0) {
            return Optional.empty();
        }
        var ways = new ArrayList<Way>();
        boolean more;
        do {
            var head = new Head(row);
            more = row.find();
            var way = way(head, body.substring(head.end(), more ? row.start() : body.length()));
            if (way.isEmpty()) {
                return Optional.empty();
            }
            ways.add(way.get());
        } while (more);
        return balanced(text, ways) ? Optional.of(List.copyOf(ways)) : Optional.empty();
    }

    private static Optional<Way> way(Head head, String rest) {
        var end = isExplained(head.fee(), rest) ? closing(rest) : 0;
        if (end < 0) {
            return Optional.empty();
        }
        var fee = CrawledText.line(CrawledText.value(head.fee()) + " " + rest.substring(0, end));
        var note = CrawledText.value(rest.substring(end));
        return MISSED_ROW.matcher(note).find()
                ? Optional.empty()
                : Optional.of(new Way(head.channel(), CrawledText.value(head.time()), fee, note));
    }

    /** Whether the fee goes on in brackets; a remark may begin with the mark of a list such as "(1) ". */
    private static boolean isExplained(String fee, String rest) {
        return rest.startsWith("(")
                && !fee.equals(CrawledText.NOTHING)
                && !LIST_MARK.matcher(rest).lookingAt();
    }

    /**
     * The end of the brackets with which a text begins, or -1. The end of a cell is not followed by a blank, the next
     * cell is stuck to it or on a new line; so the mark of a list such as "a) " does not close the brackets of the fee.
     */
    private static int closing(String text) {
        var depth = 0;
        var ends = 0;
        var end = -1;
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == '(') {
                depth++;
            } else if (sign == ')') {
                var endsCell = endsCell(text, at + 1);
                if (depth == 1 && endsCell) {
                    return at + 1;
                }
                if (depth == 1 && text.startsWith("))", at) && endsCell(text, at + 2)) {
                    return at + 2;
                }
                if (depth == 1 && !isListMark(text, at)) {
                    return -1;
                }
                if (endsCell) {
                    ends++;
                    end = at + 1;
                }
                depth = Math.max(1, depth - 1);
            }
        }
        // A bracket within was left open by a slip of the pen; where the cell ends is clear only if there is one
        // choice.
        return ends == 1 ? end : -1;
    }

    private static boolean endsCell(String text, int at) {
        return " ,.;:)]/".indexOf(CrawledText.at(text, at)) < 0;
    }

    /** Whether a bracket closes nothing but "a" or "12" at the beginning of a word. */
    private static boolean isListMark(String text, int bracket) {
        var at = bracket;
        while (at > 0 && bracket - at < 3 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at < bracket && !Character.isLetterOrDigit(CrawledText.at(text, at - 1));
    }

    private static boolean balanced(String text, List<Way> ways) {
        var ledger = new CrawledLedger(text).waive(HEADING);
        for (var way : ways) {
            ledger.pay(label(way.channel()));
            cell(ledger, way.time());
            cell(ledger, way.fee());
            cell(ledger, way.note());
        }
        return ledger.balanced();
    }

    private static void cell(CrawledLedger ledger, String value) {
        if (value.isEmpty()) {
            ledger.waive(CrawledText.NOTHING);
        }
        ledger.pay(value);
    }

    private static String label(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> "Trực tiếp";
            case ONLINE -> "Trực tuyến";
            case POST -> "Dịch vụ bưu chính";
        };
    }

    /** The beginning of a row: all but the remark. */
    private record Head(Channel channel, String time, String fee, int end) {

        Head(Matcher row) {
            this(
                    channel(row.group("channel")),
                    first(row, "time", "bareTime", "oneTime", "wordTime"),
                    first(row, "fee", "bareFee", "oneFee", "wordFee"),
                    row.end());
        }

        private static Channel channel(String label) {
            return switch (label) {
                case "Trực tuyến" -> Channel.ONLINE;
                case "Trực tiếp" -> Channel.IN_PERSON;
                default -> Channel.POST;
            };
        }

        private static String first(Matcher row, String... names) {
            for (var name : names) {
                if (row.start(name) >= 0) {
                    return row.group(name);
                }
            }
            return "";
        }
    }
}
