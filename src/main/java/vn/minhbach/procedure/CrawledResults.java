package vn.minhbach.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a crawled procedure ends with (kết quả thực hiện), and what else the crawl caught behind it: keywords, a
 * description, and the furniture of the page ("Chọn cơ quan thực hiện … Nộp hồ sơ"), which is dropped.
 *
 * <p>Every result is followed by its code in the national database ("Mã: KQ.G19.000285"), to which the next result is
 * stuck; the code tells a citizen nothing and is dropped as well. Text without a code is one result as it stands.
 *
 * @param results what the citizen gets, one by one
 * @param keywords the words under which the national portal lists the procedure
 * @param description the description of the procedure; empty if there is none
 */
record CrawledResults(List<String> results, List<String> keywords, String description) {

    private static final Pattern FURNITURE =
            Pattern.compile("\n?Chọn cơ quan thực hiện\\s*Tỉnh/ ?Thành phố\\s*Bộ ngành.*$", Pattern.DOTALL);
    /** What stands behind the last part of the page, wherever the crawl put it. */
    private static final Pattern TAIL =
            Pattern.compile("(?:Mã: ?KQ[^\n]{0,40}?)?Từ khóa\\s*Không có thông tin\\s*Mô tả.*$", Pattern.DOTALL);

    private static final Pattern CODE = Pattern.compile("\n?Mã: ?(?:KQ\\.[A-Za-z]\\d{2}\\.\\d{6}(?!\\d)"
            + "|[A-Za-z\\d][A-Za-z\\d._+-]{0,40}\\d|(?:[A-Za-z\\d._+-]{1,24}|Chưa xác định(?: rõ)?)(?=\n|$))\n?");
    private static final Pattern BULLET = Pattern.compile("^[-+*] ?");
    private static final String KEYWORDS = "Từ khóa";
    private static final String DESCRIPTION = "Mô tả";

    /** Takes the crawled text apart. */
    static CrawledResults parse(String crawled) {
        var text = FURNITURE.matcher(CrawledText.tidy(crawled)).replaceFirst("");
        var keywords = text.indexOf(KEYWORDS);
        var description = keywords < 0 ? -1 : text.indexOf(DESCRIPTION, keywords);
        if (description < 0) {
            return new CrawledResults(results(text), List.of(), "");
        }
        return new CrawledResults(
                results(text.substring(0, keywords)),
                keywords(text.substring(keywords + KEYWORDS.length(), description)),
                CrawledText.value(text.substring(description + DESCRIPTION.length())));
    }

    /** A part of the page without the keywords and the furniture that the crawl caught behind it. */
    static String unfurnished(String crawled) {
        var text = TAIL.matcher(CrawledText.tidy(crawled)).replaceFirst("");
        return FURNITURE.matcher(text).replaceFirst("").strip();
    }

    private static List<String> keywords(String lines) {
        return CrawledText.value(lines)
                .lines()
                .map(String::strip)
                .filter(CrawledText::says)
                .toList();
    }

    private static List<String> results(String text) {
        var results = new LinkedHashSet<String>();
        for (var result : CODE.split(text, -1)) {
            var value = BULLET.matcher(CrawledText.value(result)).replaceFirst("");
            if (CrawledText.says(value)) {
                results.add(value);
            }
        }
        return List.copyOf(results);
    }
}
