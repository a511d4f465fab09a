package vn.minhbach.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.shared.LookAlikes;
import vn.minhbach.shared.Text;

/**
 * Codes of procedures, numbers of documents and numbers of somebody's dossier in a query. They are taken out before anything else
 * looks at it: a number is either right or wrong, no spelling repair may touch it.
 */
final class Numbers {

    /**
     * What an office writes on the receipt of a dossier: the office's own code, the day, a running number; 000.00.04.H51-200221-0001,
     * H61.12-241128-0001.
     */
    private static final Pattern DOSSIER = Pattern.compile(
            "(?<![\\p{L}\\d.-])(?:\\d{2,3}\\.){0,4}\\p{L}\\d{2}(?:\\.\\d{1,3}){0,4} ?- ?\\d{6} ?- ?\\d{3,6}(?![\\p{L}\\d])");

    /** National code with or without its local ending, its last zeros possibly dropped: 1.00123, 2.000815.000.00.00.H01. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\d.,/-])([1-9])(?:\\.(\\d{4,6})(?:\\.\\d{3}\\.[\\w.]*)?|[ ,](\\d{6}|0\\d{4}))(?![\\d.]*\\d)");

    /** A code that lost so many zeros that it could as well be a sum; it is a code if nothing else was typed. */
    private static final Pattern SHORT_CODE = Pattern.compile(
            "^\\s*(?:(?:mã|ma)\\s+)?(?:(?:thủ tục|thu tuc|tthc)\\s+)?(?:(?:số|so)\\s+)?([1-9])[.,](\\d{3})[.,;]?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What stands behind a number: NĐ-CP, QH14, KH-SVH&TT. */
    private static final String SYMBOL = "\\p{L}{2,8}\\d{0,3}(?:[-&]\\p{L}[\\p{L}\\d&-]{0,15})?";

    /** Number and symbol of a document: 52/2024/NĐ-CP, 61/2018, 90 /KH-SVH&TT, 07-KH/BCĐ; but no date and no range. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?<![\\p{L}\\d/.-])\\d{1,5}[a-z]?(?:\\s*/\\s*(?:(?:19|20)\\d{2}(?!\\d)(?:\\s*/\\s*" + SYMBOL + ")?|"
                    + SYMBOL + ")|\\s*-\\s*\\p{L}{2,6}/\\p{L}{2,8})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Numbers() {}

    /**
     * What a query asks for by number.
     *
     * @param dossiers numbers of dossiers, which are nobody's business but the applicant's
     * @param rest the query with blanks where the numbers were, so that everything else keeps its place
     */
    record Found(List<String> codes, List<String> documents, List<String> dossiers, String rest) {}

    static Found in(String text) {
        var query = LookAlikes.settle(text);
        var codes = new ArrayList<String>();
        var rest = new StringBuilder(query);
        var dossiers = new ArrayList<String>();
        var dossier = DOSSIER.matcher(query);
        while (dossier.find()) {
            dossiers.add(dossier.group().replace(" ", "").toUpperCase(Locale.ROOT));
            blank(rest, dossier);
        }
        query = rest.toString();
        var matcher = CODE.matcher(query);
        while (matcher.find()) {
            codes.add(matcher.group(1) + "." + (matcher.group(2) == null ? matcher.group(3) : matcher.group(2)));
            blank(rest, matcher);
        }
        var alone = SHORT_CODE.matcher(query);
        if (alone.matches()) {
            codes.add(alone.group(1) + "." + alone.group(2));
            rest.replace(alone.start(1), alone.end(2), " ".repeat(alone.end(2) - alone.start(1)));
        }
        var documents = new ArrayList<String>();
        var numbers = DOCUMENT.matcher(rest.toString());
        while (numbers.find()) {
            documents.add(normal(numbers.group()));
            blank(rest, numbers);
        }
        return new Found(List.copyOf(codes), List.copyOf(documents), List.copyOf(dossiers), rest.toString());
    }

    /** A code without the zeros behind its point, which get lost when it is typed: 1.894 for 1.000894 and 1.00894. */
    static String withoutZeros(String code) {
        return code.replaceFirst("^(\\d)\\.0+(?=\\d)", "$1.");
    }

    private static void blank(StringBuilder text, Matcher found) {
        text.replace(found.start(), found.end(), " ".repeat(found.end() - found.start()));
    }

    /** One spelling for all: no blanks, no marks, lower case, no leading zero. */
    static String normal(String number) {
        return Text.fold(LookAlikes.settle(number))
                .replaceAll("\\s+", "")
                .replaceFirst("^0+(?=\\d)", "")
                .toLowerCase(Locale.ROOT);
    }
}
