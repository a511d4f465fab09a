package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two cells of a crawled row of papers: what the paper is, and the files of the form to fill in (mẫu đơn, tờ khai).
 *
 * <p>The file is stuck to the name of the paper, and the guess of the crawl put line breaks into the file name as well
 * ("Mau\n05.docx"), so the place between the two has to be found: it is the first place where something is stuck
 * together and all that follows may be a file name. Where no such place is found, nothing is split.
 *
 * @param paper what the paper is, with the line breaks of the crawl
 * @param name the names of the files, separated by {@link #BETWEEN}; empty if there is none
 */
record CrawledForm(String paper, String name) {

    /** Stands between two file names. */
    static final String BETWEEN = "; ";

    private static final String FILE_TYPE = "\\.(?i:docx?|pdf|xlsx?|zip|rar|odt|rtf|jpe?g|png|html?|pptx?)";
    private static final Pattern FILE_END = Pattern.compile(FILE_TYPE + "(?:(?=m[aãẫ]u )|(?![\\p{Ll}\\d]|[ .,;)]))");
    private static final Pattern LAST_FILE_END = Pattern.compile(FILE_TYPE + "$");
    private static final Pattern NOT_IN_FILE_NAME = Pattern.compile(
            "[/\\\\:*?\"<>|;“”]|(?<=\\p{Ll}{2}|\\))\\. (?=\\p{Lu})" + "|(?<=\\p{Ll}|\\))\\.(?=\\p{Lu}\\p{Ll})");
    private static final Pattern FORM_WORD =
            Pattern.compile("(?iu:mẫu|mau|mãu|mus|phụ lục|phu ?luc|phlc|phl|pl|biểu|bieu|bm|đơn|don|tờ khai|to"
                    + " khai|tk|giấy|giay|bảng|bang|bản|ban|phiếu|phieu|danh|văn bản|van ban|báo cáo|hợp đồng|thông"
                    + " báo|nội dung|đề án|công văn|cv|tt)");
    private static final Pattern HIDDEN_FORM_WORD =
            Pattern.compile("(?:mau |mẫu|văn bản|tờ trình|tờ khai|đơn|bản khai|giấy|phụ lục|biểu mẫu)");
    private static final Pattern YEAR = Pattern.compile("\\D(?:19|20)\\d{2}\\.");
    private static final Pattern FORM_NUMBER = Pattern.compile("\\d{2}[-_ .]");
    private static final int LONGEST_FILE_NAME = 200;

    /** Whether a file is named anywhere in the text. */
    static boolean isMentioned(String text) {
        return FILE_END.matcher(text).find();
    }

    /** Splits the cells of a row; empty if the row ends with a file whose beginning is not clear. */
    static Optional<CrawledForm> split(String cells) {
        if (!LAST_FILE_END.matcher(cells).find()) {
            return isMentioned(cells) ? Optional.empty() : Optional.of(new CrawledForm(cells, ""));
        }
        var ends = new ArrayList<Integer>();
        var end = FILE_END.matcher(cells);
        while (end.find()) {
            ends.add(end.end());
        }
        var start = beginning(cells.substring(0, ends.getFirst()));
        if (start < 0) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        var from = start;
        for (var to : ends) {
            names.add(CrawledText.line(cells.substring(from, to).replace("\n", "")));
            from = to;
        }
        return names.stream().allMatch(CrawledForm::mayBeFile)
                ? Optional.of(new CrawledForm(cells.substring(0, start).strip(), String.join(BETWEEN, names)))
                : Optional.empty();
    }

    /** Where the file name begins with which the text ends, or -1. */
    private static int beginning(String text) {
        var hidden = -1;
        for (var at = Math.max(1, text.length() - LONGEST_FILE_NAME); at < text.length(); at++) {
            if (isSeam(text, at) && isSplit(text, at) && !isSentence(text, at)) {
                return at;
            }
            if (hidden < 0 && isHiddenSeam(text, at) && isSplit(text, at)) {
                hidden = at;
            }
        }
        return hidden;
    }

    private static boolean isSplit(String text, int at) {
        return mayBeFile(text.substring(at)) && isPaper(text.substring(0, at));
    }

    /** Whether words of the name of the paper lie between a seam and the line break before the file name. */
    private static boolean isSentence(String text, int at) {
        var lineBreak = text.indexOf('\n', at + 1);
        return text.charAt(at) != '\n'
                && lineBreak >= 0
                && !isFormWord(text, at)
                && text.substring(at, lineBreak).chars().filter(c -> c == ' ').count() > 3;
    }

    /** Whether two things are stuck together at a place, or were before the crawl guessed a line break there. */
    private static boolean isSeam(String text, int at) {
        var before = text.charAt(at - 1);
        var after = text.charAt(at);
        if (after == '\n') {
            return true;
        }
        if (!Character.isLetterOrDigit(after) || Character.isWhitespace(before)) {
            return false;
        }
        if (Character.isDigit(before)) {
            return Character.isUpperCase(after)
                    && (Character.isLowerCase(CrawledText.at(text, at + 1)) || isFormWord(text, at));
        }
        if (before == '.' && Character.isDigit(CrawledText.at(text, at - 2))) {
            return isFormWord(text, at)
                    || YEAR.matcher(text).region(Math.max(0, at - 6), at).matches();
        }
        return Character.isUpperCase(before)
                ? Character.isUpperCase(after) && isFormWord(text, at)
                : ".;:,)”\"!?".indexOf(before) >= 0;
    }

    /** A seam within what looks like one word; it counts only where there is no better one. */
    private static boolean isHiddenSeam(String text, int at) {
        var before = text.charAt(at - 1);
        return Character.isLetterOrDigit(before)
                && (begins(HIDDEN_FORM_WORD, text, at)
                        || (Character.isUpperCase(before) && begins(FORM_NUMBER, text, at)));
    }

    private static boolean isFormWord(String text, int at) {
        return begins(FORM_WORD, text, at);
    }

    private static boolean begins(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean isPaper(String text) {
        return text.chars().filter(Character::isLetter).limit(6).count() == 6;
    }

    private static boolean mayBeFile(String text) {
        var name = text.strip();
        var open = 0;
        for (var at = 0; at < name.length(); at++) {
            open += name.charAt(at) == '(' ? 1 : name.charAt(at) == ')' ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return name.length() > 4 && !NOT_IN_FILE_NAME.matcher(name).find();
    }
}
