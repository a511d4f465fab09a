package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a procedure out of one record of an import file, whose parts are texts as crawled from the national portal.
 *
 * <p>A part that cannot be taken apart faithfully is kept as its raw text. The crawl says whether there is a way online, not how far
 * it goes, and where it names none it does not say that there is none.
 */
final class CrawledProcedure {

    private static final int LONGEST_TITLE = 3000;
    private static final int LONGEST_HEAD = 300;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_CONTENT = 900_000;

    private CrawledProcedure() {}

    /** The procedure; the report learns which parts could be structured. */
    static ProcedureRecord parse(ImportRow row, ImportReport report) throws ImportException {
        var code = code(row);
        var title = head(row, "title", LONGEST_TITLE);
        if (title.isEmpty()) {
            throw row.refusal("title", "thiếu tên thủ tục; hãy điền tên như trong quyết định công bố");
        }
        var raw = new HashMap<String, String>();
        var ways = part(row, "methods", "ways", CrawledWays::parse, raw, report);
        var cases = part(row, "documents", "papers", CrawledPapers::parse, raw, report);
        var bases = part(row, "legal_basis", "legalBases", CrawledLegalBases::parse, raw, report);
        var results = CrawledResults.parse(row.get("result"));
        var content = new ProcedureContent(
                results.description(),
                CrawledSteps.parse(row.get("steps")),
                ways,
                cases,
                CrawledAudience.audiences(row.get("target")),
                new Agencies(CrawledText.tidy(row.get("agency")), "", "", "", ""),
                results.results(),
                bases,
                CrawledText.value(CrawledResults.unfurnished(row.get("requirements"))),
                results.keywords(),
                List.of(),
                numbers(row.get("legal_numbers")),
                Map.copyOf(raw));
        var online = ways.stream().anyMatch(way -> way.channel() == Channel.ONLINE);
        var procedure = new ProcedureRecord(
                code,
                title,
                head(row, "org", LONGEST_HEAD),
                head(row, "decision", LONGEST_HEAD),
                new ArrayList<>(CrawledAudience.levels(row.get("level"))),
                head(row, "type", LONGEST_HEAD),
                head(row, "field", LONGEST_HEAD),
                online ? ServiceLevel.ONLINE : ServiceLevel.UNSTATED,
                ProcedureStatus.PUBLIC,
                null,
                null,
                url(row),
                content);
        var source = new SourceTextConverter().convertToDatabaseColumn(new SourceText(row.values()));
        if (source.length() > LONGEST_CONTENT
                || new ProcedureContentConverter()
                                .convertToDatabaseColumn(content)
                                .length()
                        > LONGEST_CONTENT) {
            throw new ImportException("nội dung dài quá " + LONGEST_CONTENT + " ký tự");
        }
        return procedure;
    }

    private static List<String> numbers(String listed) {
        return Arrays.stream(listed.split("[\n;,]"))
                .map(number -> CrawledText.line(CrawledText.tidy(number)))
                .filter(number -> !number.isEmpty() && number.length() <= LONGEST_NUMBER)
                .distinct()
                .toList();
    }

    private static String code(ImportRow row) throws ImportException {
        var given = CrawledText.line(CrawledText.tidy(row.get("code")));
        if (given.isEmpty()) {
            throw row.refusal("code", "thiếu mã thủ tục; hãy điền mã quốc gia, chẳng hạn 1.001234");
        }
        return ProcedureCode.national(given)
                .orElseThrow(() -> row.refusal(
                        "code", "mã thủ tục không hợp lệ: " + shortened(given) + "; mã quốc gia có dạng 1.001234"));
    }

    private static String head(ImportRow row, String column, int longest) throws ImportException {
        var text = CrawledText.line(CrawledText.tidy(row.get(column)));
        if (text.length() > longest) {
            throw row.refusal(column, "dài quá " + longest + " ký tự; hãy rút gọn");
        }
        return text;
    }

    private static String url(ImportRow row) throws ImportException {
        var url = head(row, "url", 1000);
        if (!url.isEmpty() && !url.startsWith("https://") && !url.startsWith("http://")) {
            throw row.refusal("url", "địa chỉ không hợp lệ: " + shortened(url) + "; địa chỉ bắt đầu bằng https://");
        }
        return url;
    }

    private static String shortened(String text) {
        return vn.minhbach.shared.Text.shorten(text, 80);
    }

    private static <T> List<T> part(
            ImportRow row,
            String column,
            String name,
            Function<String, Optional<List<T>>> parser,
            Map<String, String> raw,
            ImportReport report) {
        var text = row.get(column);
        if (text.isBlank()) {
            return List.of();
        }
        var parsed = parser.apply(text);
        report.part(name, parsed.isPresent());
        if (parsed.isEmpty()) {
            raw.put(name, CrawledText.tidy(text));
        }
        return parsed.orElse(List.of());
    }
}
