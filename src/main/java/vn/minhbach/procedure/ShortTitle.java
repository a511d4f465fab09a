package vn.minhbach.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.minhbach.shared.Text;

/**
 * The name of a procedure as a heading. Official names run to a thousand characters; one of more than 110 is cut where a phrase
 * ends, and the whole stands below it. The short form is the beginning of the name with "…" behind it: nothing is put in other words,
 * and nobody takes it for the whole.
 *
 * @param text the name, or its short form
 * @param shortened whether something is left out, so that the whole has to stand beside it
 */
public record ShortTitle(String text, boolean shortened) {

    /** A name up to this length is shown as it is. */
    public static final int LONGEST = 110;

    /** A short form below this would tell too little. */
    private static final int SHORTEST = 36;

    /** Words with which a new phrase begins; the name may be cut before them. */
    private static final List<String> OPENERS = List.of(
            "đối với",
            "trong trường hợp",
            "trong thời gian",
            "trong phạm vi",
            "trong lĩnh vực",
            "trong khu vực",
            "trong quá trình",
            "theo",
            "của",
            "cho",
            "để",
            "khi",
            "do",
            "thuộc",
            "tại",
            "từ",
            "mà",
            "nhưng",
            "nhằm",
            "trước khi",
            "sau khi",
            "bằng",
            "thông qua",
            "phục vụ",
            "dẫn đến",
            "gắn với",
            "giai đoạn",
            "về việc",
            "bao gồm",
            "có",
            "đã",
            "trên địa bàn",
            "trên biển",
            "giữa",
            "vào",
            "hoặc",
            "và");

    /** With these behind them the same words are part of a term: cho thuê, theo dõi, có thời hạn. */
    private static final Set<String> TERMS = Set.of(
            "cho vay",
            "cho thuê",
            "cho phép",
            "cho ý",
            "cho mượn",
            "cho thôi",
            "cho nhận",
            "theo dõi",
            "tại ngũ",
            "tại chỗ",
            "từ thiện",
            "do thám",
            "có thời",
            "có công",
            "có thể",
            "có giá",
            "có nguy",
            "có hại",
            "có mục",
            "có yếu",
            "có vốn",
            "có điều",
            "có kỳ",
            "thuộc tính",
            "bằng lái",
            "bằng cấp");

    /** With these before them they end a word: trực thuộc, chứng từ. */
    private static final Set<String> WORDS = Set.of(
            "trực thuộc",
            "phụ thuộc",
            "chứng từ",
            "kể từ",
            "lý do",
            "tự do",
            "dành cho",
            "tặng cho",
            "kèm theo",
            "tiếp theo",
            "hiện tại",
            "hiện có",
            "văn bằng",
            "trước khi",
            "sau khi");

    /** A phrase does not end with these: what they lead to is missing. */
    private static final Set<String> LEADING = Set.of(
            "của", "và", "hoặc", "cho", "theo", "tại", "thuộc", "trong", "ngoài", "đối", "với", "từ", "do", "để", "khi",
            "về", "là", "có", "được", "bị", "đã", "đang", "sẽ", "các", "những", "một", "số", "không", "chưa", "giữa",
            "đến", "trên", "dưới", "bằng", "ngày", "điểm", "khoản", "điều", "mà", "nhưng", "trừ", "việc", "hay", "cùng",
            "như", "vào", "ra", "tới", "qua", "nếu", "trước", "sau", "trực", "dành", "gồm", "thì", "phải", "mức", "cấp",
            "loại", "hạng", "hồ", "bao");

    /** The name as it is, or its beginning. */
    public static ShortTitle of(String title) {
        if (title.length() <= LONGEST) {
            return new ShortTitle(title, false);
        }
        var line = Text.line(title);
        return line.length() <= LONGEST
                ? new ShortTitle(line, false)
                : new ShortTitle(line.substring(0, end(line)) + "…", true);
    }

    /** Where to cut: behind the last phrase that fits; without any, behind the last word that can stand at an end. */
    private static int end(String title) {
        var phrase = 0;
        var word = 0;
        var open = 0;
        for (var i = 0; i < LONGEST; i++) {
            var c = title.charAt(i);
            if (i > 0 && open == 0 && endsWord(title, i) && !LEADING.contains(lastWord(title, i))) {
                word = i;
                if (endsPhrase(title, i)) {
                    phrase = i;
                }
            }
            open += "(“[".indexOf(c) >= 0 ? 1 : ")”]".indexOf(c) >= 0 && open > 0 ? -1 : 0;
        }
        if (phrase >= SHORTEST) {
            return phrase;
        }
        return word > 0 ? word : LONGEST - 1;
    }

    private static boolean endsWord(String title, int at) {
        return !Character.isLetterOrDigit(title.charAt(at))
                && (Character.isLetterOrDigit(title.charAt(at - 1)) || ")”".indexOf(title.charAt(at - 1)) >= 0)
                && (" ".indexOf(title.charAt(at)) >= 0 || at + 1 == title.length() || title.charAt(at + 1) == ' ');
    }

    private static String lastWord(String title, int end) {
        return title.substring(title.lastIndexOf(' ', end - 1) + 1, end).toLowerCase(Locale.ROOT);
    }

    private static boolean endsPhrase(String title, int at) {
        if (",;:/".indexOf(title.charAt(at)) >= 0) {
            return true;
        }
        var rest = title.substring(at).stripLeading();
        if (rest.startsWith("(") || rest.startsWith("– ") || rest.startsWith("- ")) {
            return true;
        }
        var words = rest.split(" ", 3);
        if (words.length < 2 || TERMS.contains((words[0] + " " + words[1]).toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (title.substring(0, at).endsWith("thẩm quyền")
                || title.substring(0, at).endsWith("phạm vi")) {
            return false;
        }
        if (WORDS.contains((lastWord(title, at) + " " + words[0]).toLowerCase(Locale.ROOT))) {
            return false;
        }
        // The name of an office goes on behind "và": Bộ Nông nghiệp và Môi trường.
        var joins = words[0].equals("và") || words[0].equals("hoặc");
        return !(joins && Character.isUpperCase(words[1].charAt(0)))
                && OPENERS.stream().anyMatch(opener -> rest.startsWith(opener + " "));
    }
}
