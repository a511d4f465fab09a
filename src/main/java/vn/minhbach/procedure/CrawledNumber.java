package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number and symbol (số ký hiệu) in a crawled table of legal bases: where it stands and whether a cell may end with
 * it.
 *
 * <p>In the crawl the numbers are stuck to what stands before ("…năm 202438/2019/QH14") and behind ("29/2024/TT-NHNNquy
 * định…"), and a guessed line break may run through them ("TT-BT", "Cquy định"). What belongs to a number is therefore
 * read by its grammar: the digits, the year, and the known kinds of documents and issuing bodies.
 *
 * @param start the place of the first digit
 * @param cell the place where the cell begins if the number has a cell of its own: before "Nghị định số", for instance
 * @param end the place behind the number
 * @param cellEnd the place behind the points that close the cell
 * @param stuck whether the words before the number are stuck to it, so that it must be a cell of its own
 * @param fit how well a cell may end here
 */
record CrawledNumber(int start, int cell, int end, int cellEnd, boolean stuck, Fit fit) {

    /** How well a cell may end behind a number. */
    enum Fit {
        /** A line ends, or the next cell is stuck to the number. */
        SEAM,
        /** A blank and the kind of another document follow. */
        BLANK,
        /** The sentence goes on. */
        NONE
    }

    /** A guessed line break, unless a word with which a title begins is behind it. */
    private static final String GAP = "(?:\n(?!Thông|Nghị|Luật|Quy|Pháp|Hướng|Hành|Chỉ|Chính|Công|Cắt|Ban|Bộ|Phân|Phê"
            + "|Phí|Thực|Thủ|Tổ|Về|Vận|Giao))?";

    private static final String KINDS = "TTLT|TT|NĐ|NÐ|ND|QĐ|QD|NQLT|NQ|PL|VBHN|CTLT|CT|TB|HD|KH|CV|SL|L|CP";
    private static final List<String> BODIES = List.of(
            "UBTƯMTTQVN",
            "UBTVQH",
            "BLĐTBXH",
            "BLDTBXH",
            "BNN&PTNT",
            "BNNPTNT",
            "VKSNDTC",
            "BVHTTDL",
            "TANDTC",
            "UBCKNN",
            "BTTTT",
            "BVHTT",
            "BGDĐT",
            "BDTTG",
            "BTNMT",
            "BNNMT",
            "BGTVT",
            "BKHĐT",
            "BKHCN",
            "TLĐLĐ",
            "NHNN",
            "HĐTP",
            "UBDT",
            "KTNN",
            "VPCP",
            "VPQH",
            "TCHQ",
            "BHXH",
            "CSXH",
            "UBND",
            "HĐND",
            "MTTW",
            "TTCP",
            "BTC",
            "BTP",
            "BCA",
            "BQP",
            "BYT",
            "BXD",
            "BNV",
            "BCT",
            "BNG",
            "BNN",
            "BKH",
            "BTM",
            "BTS",
            "BVH",
            "BCN",
            "TCT",
            "TLĐ",
            "CTN",
            "TTg",
            "CP",
            "QH",
            "TW",
            "NĐ",
            "ND",
            "TT");
    private static final String ISSUER = "(?:(?:UBTVQH|QH)" + GAP + "\\d{2}|"
            + BODIES.stream().map(CrawledNumber::withGap).collect(Collectors.joining("|"))
            // A body nobody knows, if a line ends with it.
            + "|\\p{Lu}{1,9}(?=\n|$))";

    private static final Pattern BEGINNING =
            Pattern.compile("(?<digits>\\d[\\d.]{0,30}+)[a-zđ]?(?:/\\d{4}){0,2}[/-]\n?(?=[\\p{Lu}_])"
                    + "|(?<short>(?<!\\d/|\\d)\\d{1,4}/(?:19|20)\\d{2}|(?<=/)(?:19|20)\\d{3,6}/(?:19|20)\\d{2})"
                    + "(?=\n|$|\\p{Lu}\\p{Ll})");
    private static final Pattern SYMBOL = Pattern.compile("(?:(?:" + KINDS + ") ?[-/_] ?)?" + ISSUER + "(?: ?[-_/] ?"
            + ISSUER + "){0,5}(?:\\([\\p{Lu}\\d]{1,4}\\))?");
    private static final Pattern KIND = Pattern.compile("(?iu:(?:bộ luật|luật|pháp lệnh|nghị định|nghị quyết liên tịch"
            + "|nghị quyết|thông tư liên tịch|thông tư liên tich|thông tư|thông thư|quyết định|chỉ thị|công văn"
            + "|văn bản hợp nhất|văn bản|lệnh) {0,2}(?:số)?|số|(?<!\\p{L})(?:nđ|tt|qđ|nq)\n?) ?:? ?\\z");
    private static final Pattern NUMBER_WORD = Pattern.compile("(?<!\\s)\\s*+số\\s*+:?$|:$");
    private static final Pattern NEXT_TITLE = Pattern.compile(" (?:\\p{Lu}|quy định|sửa đổi|hướng dẫn)|[-(] ?\\p{Lu}");
    private static final Pattern GOES_ON = Pattern.compile("(?:ngày|của)(?!\\p{L})");
    private static final Pattern END_MARKS = Pattern.compile("[.;,]*");
    private static final int LONGEST_KIND = 40;

    /** A guessed line break may stand before the last letter of a body. */
    private static String withGap(String body) {
        var last = body.equals("TTg") ? body.length() - 2 : body.length() - 1;
        return body.substring(0, last) + GAP + body.substring(last);
    }

    /** The text without the guessed line breaks that run through numbers. */
    static String mend(String text) {
        var mended = new StringBuilder(text.length());
        var from = 0;
        for (var number : all(text)) {
            var written = text.substring(number.start(), number.end()).replace("\n", "");
            mended.append(text, from, number.start()).append(written);
            from = number.end();
        }
        return mended.append(text, from, text.length()).toString();
    }

    /** All the numbers in the text, in their order. */
    static List<CrawledNumber> all(String text) {
        var numbers = new ArrayList<CrawledNumber>();
        var matcher = BEGINNING.matcher(text);
        var symbol = SYMBOL.matcher(text);
        var from = 0;
        while (matcher.find(from)) {
            from = matcher.end();
            if (matcher.start("short") >= 0) {
                var digits = matcher.group("short").indexOf('/');
                var start = start(matcher.group("short").substring(0, digits), matcher.start());
                numbers.add(of(text, previousEnd(numbers), start, matcher.end()));
                continue;
            }
            symbol.region(matcher.end(), text.length());
            if (symbol.lookingAt()) {
                var start = start(matcher.group("digits"), matcher.start());
                numbers.add(of(text, previousEnd(numbers), start, symbol.end()));
                from = symbol.end();
            }
        }
        return numbers;
    }

    private static int previousEnd(List<CrawledNumber> numbers) {
        return numbers.isEmpty() ? 0 : numbers.getLast().cellEnd();
    }

    private static CrawledNumber of(String text, int previousEnd, int start, int end) {
        var kind = KIND.matcher(text).region(Math.max(previousEnd, start - LONGEST_KIND), start);
        var cell = kind.find() ? kind.start() : start;
        var marks = END_MARKS.matcher(text).region(end, text.length());
        marks.lookingAt();
        var stuck =
                cell == start && CrawledText.at(text, start - 1) != ' ' && CrawledText.says(text, previousEnd, start);
        var fit = stuck ? Fit.SEAM : fit(text, end, marks.end());
        return new CrawledNumber(start, cell, end, marks.end(), stuck, fit);
    }

    private static Fit fit(String text, int end, int cellEnd) {
        var next = CrawledText.at(text, cellEnd);
        if (GOES_ON.matcher(text).region(cellEnd, text.length()).lookingAt()) {
            return Fit.NONE;
        }
        if (next == '\n' || Character.isLetterOrDigit(next) || (cellEnd == end && "“\"+".indexOf(next) >= 0)) {
            return Fit.SEAM;
        }
        return cellEnd == end
                        && NEXT_TITLE.matcher(text).region(end, text.length()).lookingAt()
                ? Fit.BLANK
                : Fit.NONE;
    }

    /** The digits may be stuck to a year or to the end of a sentence. */
    private static int start(String digits, int start) {
        var point = digits.lastIndexOf('.');
        if (point > 0 && !(point <= 2 && digits.indexOf('.') == point)) {
            return start + point + 1;
        }
        if (point < 0 && digits.length() > 4 && (digits.startsWith("19") || digits.startsWith("20"))) {
            return start + 4;
        }
        return start;
    }

    /** The number without line breaks and blanks. */
    String number(String text) {
        return CrawledText.bare(text.substring(start, end));
    }

    /** What stands before the number in its cell, for instance "Nghị định số". */
    String kind(String text) {
        return CrawledText.line(text.substring(cell, start));
    }

    /** The words before the number in lower case and without "số". */
    static String plainKind(String kind) {
        return NUMBER_WORD
                .matcher(kind.toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .strip();
    }
}
