package vn.minhbach.writing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document, {@code 61/2018/NĐ-CP}: running number, year, and a sign that says kind and issuer (Decree 30/2020/NĐ-CP,
 * appendix III).
 *
 * @param words as it stands in the text
 * @param number the running number
 * @param year four digits; empty where the kind has none
 * @param sign "NĐ-CP"
 */
record DocumentNumber(String words, String number, String year, String sign) {

    /** As people write it, right or nearly so: small letters, other dashes, a D for a Đ. */
    static final Pattern ANY = Pattern.compile(
            "(?<![\\p{L}\\p{N}/.,-])(\\d{1,5})/(?:(\\d{2,4})/)?([\\p{Lu}Đđ][\\p{L}]{1,7}\\d{0,2}(?:[-–‑/][\\p{L}]{1,8}){0,4})(?![\\p{L}\\p{N}/])");

    /** The kinds of documents by the beginning of their sign. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("NĐ", "nghị định"),
            Map.entry("NQ", "nghị quyết"),
            Map.entry("NQLT", "nghị quyết liên tịch"),
            Map.entry("QĐ", "quyết định"),
            Map.entry("TT", "thông tư"),
            Map.entry("TTLT", "thông tư liên tịch"),
            Map.entry("CT", "chỉ thị"),
            Map.entry("KH", "kế hoạch"),
            Map.entry("TB", "thông báo"),
            Map.entry("BC", "báo cáo"),
            Map.entry("HD", "hướng dẫn"),
            Map.entry("TTr", "tờ trình"),
            Map.entry("CĐ", "công điện"),
            Map.entry("L", "lệnh"));

    /** What may stand before the number of a law or a resolution of the National Assembly. */
    private static final List<String> OF_ASSEMBLY = List.of("luật", "bộ luật", "nghị quyết", "pháp lệnh", "hiến pháp");

    /** Kinds whose number has carried its year since 1996. */
    private static final List<String> WITH_YEAR = List.of("NĐ", "TT", "TTLT");

    private static final Pattern BEFORE = Pattern.compile(
            "(nghị định|nghị quyết liên tịch|nghị quyết|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|thông báo|báo cáo|hướng dẫn|tờ trình|công điện|bộ luật|luật|pháp lệnh)"
                    + "(?: số)?+\\s{0,3}+$");

    private static final int FIRST_YEAR = 1945;

    /** Whether the sign is that of a document at all, and not a date, a quota or an address. */
    static Optional<DocumentNumber> of(String words, String number, @Nullable String year, String sign) {
        var said = new DocumentNumber(words, number, year == null ? "" : year, sign);
        return said.kind().isPresent() || said.isOfAssembly() ? Optional.of(said) : Optional.empty();
    }

    private boolean isOfAssembly() {
        return straight(sign).matches("(QH|UBTVQH)\\d{1,2}");
    }

    /** With the dashes, the letters and the capitals that a sign has. */
    private static String straight(String sign) {
        var dashed = sign.replaceAll("[–‑/]", "-");
        var parts = dashed.split("-", 2);
        var upper = parts[0].equalsIgnoreCase("TTr") ? "TTr" : parts[0].toUpperCase(Locale.ROOT);
        var first = switch (upper) {
            case "ND", "NÐ" -> "NĐ";
            case "QD", "QÐ" -> "QĐ";
            default -> upper;
        };
        return parts.length == 1 ? first : first + "-" + issuer(parts[1]);
    }

    private static String issuer(String given) {
        return given.equalsIgnoreCase("TTg")
                ? "TTg"
                : given.toUpperCase(Locale.ROOT)
                        .replace("HDND", "HĐND")
                        .replace("HÐND", "HĐND")
                        .replace("BGDDT", "BGDĐT");
    }

    private String beginning() {
        return straight(sign).split("-", 2)[0];
    }

    Optional<String> kind() {
        return Optional.ofNullable(KINDS.get(beginning()));
    }

    /** What is wrong with the number; nothing if it is well made. */
    Optional<Hint> malformed(int thisYear) {
        var right = straight(sign);
        var full = year.isEmpty() ? number + "/" + right : number + "/" + year + "/" + right;
        if (year.length() == 2 || year.length() == 3) {
            return Optional.of(Hint.about(
                    Hint.Kind.MALFORMED, words, year.length() == 2 ? number + "/20" + year + "/" + right : "", words));
        }
        if (!year.isEmpty() && (Integer.parseInt(year) < FIRST_YEAR || Integer.parseInt(year) > thisYear + 1)) {
            return Optional.of(Hint.about(Hint.Kind.MALFORMED, words, "", words));
        }
        if (year.isEmpty() && WITH_YEAR.contains(beginning()) && right.contains("-")) {
            return Optional.of(Hint.about(Hint.Kind.MALFORMED, words, "", words));
        }
        return full.equals(words) ? Optional.empty() : Optional.of(Hint.about(Hint.Kind.MALFORMED, words, full, words));
    }

    /** Where the words before name another kind than the sign does. */
    Optional<Hint> mismatch(String before) {
        var found = BEFORE.matcher(before.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        var said = found.group(1);
        if (isOfAssembly()) {
            return OF_ASSEMBLY.contains(said)
                    ? Optional.empty()
                    : Optional.of(Hint.about(Hint.Kind.MISMATCH, words, "", words, said));
        }
        var kind = kind().orElse("");
        if (kind.equals(said)) {
            return Optional.empty();
        }
        var right = KINDS.entrySet().stream()
                .filter(each -> each.getValue().equals(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(begin -> words.substring(0, words.length() - sign.length())
                        + straight(sign).replaceFirst("^[^-]+", begin))
                .orElse("");
        return Optional.of(Hint.about(Hint.Kind.MISMATCH, words, right, words, said));
    }
}
