package vn.minhbach.procedure;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document on which a procedure rests (căn cứ pháp lý).
 *
 * @param number number and symbol (số ký hiệu), for instance "123/2015/NĐ-CP"; empty where unknown
 * @param title the abstract (trích yếu)
 * @param issuedOn the date of issue as dd/MM/yyyy; empty where unknown
 * @param issuer the issuing body; empty where unknown
 */
public record LegalBasis(String number, String title, String issuedOn, String issuer) {

    private static final String KIND = "(?iu)(?<!\\p{L})(?:bộ luật|luật|pháp lệnh|thông thư|nghị định|nghị quyết"
            + "|thông tư liên tịch|thông tư|quyết định|văn bản hợp nhất|chỉ thị|công văn";
    private static final Pattern KINDS_NAMED = Pattern.compile(KIND + ")(?!\\p{L})");
    private static final Pattern KIND_WORDS = Pattern.compile(KIND + "|số|ngày)(?!\\p{L})");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[-–:;,. ]{1,9}");
    private static final Pattern SYMBOL =
            Pattern.compile("(?<=[/-])(?:TTLT|TT|NĐ|QĐ|NQ|PL|VBHN|CT|UBTVQH|QH)(?=[-\\d/]|$)");
    private static final Map<String, String> KINDS = Map.of(
            "TTLT", "Thông tư liên tịch",
            "TT", "Thông tư",
            "NĐ", "Nghị định",
            "QĐ", "Quyết định",
            "NQ", "Nghị quyết",
            "PL", "Pháp lệnh",
            "VBHN", "Văn bản hợp nhất",
            "CT", "Chỉ thị",
            "QH", "Luật",
            "UBTVQH", "Pháp lệnh");

    /**
     * Kind and number as one cites them: "Nghị định số 36/2019/NĐ-CP"; the number alone where its symbol tells no kind. Empty where the
     * title says it already.
     */
    public String cited() {
        var plain = Spelling.number(number);
        var told = plain.isEmpty() ? -1 : title.indexOf(plain);
        if (told > 0 && KINDS_NAMED.matcher(title.substring(0, told)).find() && !about().isEmpty()) {
            return "";
        }
        if (plain.isEmpty() || !Character.isDigit(plain.charAt(0))) {
            return plain;
        }
        var symbol = SYMBOL.matcher(plain);
        if (!symbol.find()) {
            return plain;
        }
        var named = title.strip().toLowerCase(java.util.Locale.ROOT);
        var kind = named.startsWith("bộ luật")
                ? "Bộ luật"
                : named.startsWith("nghị quyết") ? "Nghị quyết" : KINDS.getOrDefault(symbol.group(), "");
        return kind.isEmpty() ? plain : kind + " số " + plain;
    }

    /** What the document is about; empty where the title says nothing but kind and number. */
    public String about() {
        var plain = Spelling.number(number);
        var rest = plain.isEmpty() ? title : title.replace(plain, " ").replace(number, " ");
        rest = NO_LETTER.matcher(KIND_WORDS.matcher(rest).replaceAll(" ")).replaceAll("");
        if (rest.length() < 4) {
            return "";
        }
        var words = title.strip();
        var begins = !plain.isEmpty() && words.startsWith(plain);
        return Spelling.title(
                begins ? LEADING_MARKS.matcher(words.substring(plain.length())).replaceFirst("") : words);
    }
}
