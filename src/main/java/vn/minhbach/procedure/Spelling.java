package vn.minhbach.procedure;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The spelling of the house for what the national database writes in its own way: "5 Ngày làm việc", "800,000 Việt Nam Đồng",
 * titles in capitals. No word is added or left out.
 */
final class Spelling {

    private static final Pattern UNIT = Pattern.compile(
            "(?<![\\d.,])(?<figure>\\d{1,4}(?:[.,]\\d{1,2})?) (?<unit>Ngày làm việc|Ngày|Giờ|Phút|Tuần|Tháng|Quý|Năm)(?![\\p{L}])");
    private static final Pattern MONEY = Pattern.compile("(?<![\\d.,])(?<figure>\\d{1,3}(?:,\\d{3}){1,4}|\\d{4,12})"
            + " ?(?:VNĐ|VND|Việt Nam Đồng|việt nam đồng|vnđ|vnd|Đồng)(?![\\p{L}])");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.,])(?<figure>\\d{1,3}(?:\\.\\d{3}){1,4})"
            + " ?(?:VNĐ|VND|Việt Nam Đồng|việt nam đồng|vnđ|vnd|Đồng)(?![\\p{L}])");
    private static final Pattern COMMAS =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3}){1,4}(?= ?(?:đồng|đ(?![\\p{L}])|USD|EUR))");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Names that keep their capitals in a title that had nothing but capitals. */
    private static final Pattern NAMES =
            Pattern.compile("(?<![\\p{L}])(?:việt nam|chính phủ|quốc hội|nhà nước(?= việt nam)"
                    + "|hà nội|hồ chí minh|đảng cộng sản|mặt trận tổ quốc|liên hợp quốc"
                    + "|bộ (?:tài chính|tư pháp|y tế|nội vụ|công an|quốc phòng|ngoại giao|xây dựng|công thương|giáo dục|khoa học"
                    + "|văn hóa|nông nghiệp|giao thông|thông tin|kế hoạch|lao động|tài nguyên))(?![\\p{L}])");

    private static final Pattern NUMBER_WORDS =
            Pattern.compile("(?iu)(?:(?:quyết định|nghị định|thông tư|nghị quyết|luật)\\s+)?số\\s*+:?\\s*+(?=\\d)");
    private static final Pattern STRAY = Pattern.compile("(?<=\\d)[. ]{1,3}(?=/)");

    private Spelling() {}

    /** A number and symbol without the words "Quyết định số" before it and the slips within it: "1486 /QĐ-UBND". */
    static String number(String number) {
        var plain = number.strip();
        var words = NUMBER_WORDS.matcher(plain);
        return STRAY.matcher(words.lookingAt() ? plain.substring(words.end()) : plain)
                .replaceAll("");
    }

    /** The text with times and money as the house spells them. */
    static String of(String text) {
        var spelled = UNIT.matcher(text)
                .replaceAll(found -> found.group("figure").replace('.', ',') + " "
                        + found.group("unit").toLowerCase(Locale.ROOT));
        spelled = MONEY.matcher(spelled).replaceAll(found -> grouped(found.group("figure")) + " đồng");
        spelled = DOTTED.matcher(spelled).replaceAll("${figure} đồng");
        return COMMAS.matcher(spelled).replaceAll(found -> found.group().replace(',', '.'));
    }

    /** "1200000" and "1,200,000" as "1.200.000". */
    static String grouped(String figure) {
        var digits = figure.replace(",", "");
        var grouped = new StringBuilder(digits);
        for (var at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, '.');
        }
        return grouped.toString();
    }

    /** A title that has nothing but capitals, as a sentence; any other as it is. Numbers and symbols keep their capitals. */
    static String title(String title) {
        if (!shouts(title)) {
            return title;
        }
        var sentence = WORD.matcher(title).replaceAll(word -> isSymbol(title, word) ? word.group() : lower(word));
        var named = NAMES.matcher(sentence).replaceAll(Spelling::capitals);
        var first = named.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + named.substring(Character.charCount(first));
    }

    /** Whether the words of a title are capitals throughout. */
    private static boolean shouts(String title) {
        var letters = title.chars().filter(Character::isLetter).count();
        return letters >= 12
                && title.chars().filter(Character::isUpperCase).count() * 10 >= letters * 9
                && title.indexOf(' ') > 0;
    }

    /** Whether a word is a part of a number and symbol such as "36/2019/NĐ-CP". */
    private static boolean isSymbol(String title, MatchResult word) {
        var before = word.start() == 0 ? ' ' : title.charAt(word.start() - 1);
        var after = word.end() == title.length() ? ' ' : title.charAt(word.end());
        return before == '/'
                || (before == '-' && title.lastIndexOf('/', word.start()) > title.lastIndexOf(' ', word.start()))
                || after == '/';
    }

    private static String lower(MatchResult word) {
        return word.group().toLowerCase(Locale.ROOT);
    }

    private static String capitals(MatchResult name) {
        var text = name.group();
        var proper = text.startsWith("bộ ")
                || text.equals("chính phủ")
                || text.equals("quốc hội")
                || text.equals("nhà nước");
        if (text.startsWith("bộ ")) {
            return "Bộ " + text.substring(3, 4).toUpperCase(Locale.ROOT) + text.substring(4);
        }
        if (proper) {
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
        return WORD.matcher(text)
                .replaceAll(each -> each.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + each.group().substring(1));
    }
}
