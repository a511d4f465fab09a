package vn.minhbach.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * A procedure part by part as text, each part whole: the tables of ways, papers, steps and legal documents as {@link TableText}. What
 * two versions, or a version and a file, say differently is told by these; a file for spreadsheets has a column for each; and a
 * procedure is made of them again. What is made of the texts of a procedure is that procedure in its tidy form, and the tidy form
 * remains as it is.
 */
final class ProcedureParts {

    static final String CODE = "code";
    static final String TITLE = "title";
    static final String FIELD = "field";
    static final String LEVELS = "levels";
    static final String SERVICE_LEVEL = "serviceLevel";
    static final String STATUS = "status";
    static final String STEPS = "steps";
    static final String WAYS = "ways";
    static final String PAPERS = "papers";
    static final String RESULTS = "results";
    static final String LEGAL_BASES = "legalBases";
    static final String RAW = "raw";

    /** All parts in the order in which people see them. */
    static final List<String> NAMES = List.of(
            CODE,
            TITLE,
            FIELD,
            LEVELS,
            "kind",
            SERVICE_LEVEL,
            STATUS,
            "org",
            "decision",
            "validFrom",
            "validTo",
            "nationalUrl",
            "description",
            STEPS,
            WAYS,
            PAPERS,
            "audiences",
            "performing",
            "competent",
            "receivingAddress",
            "delegated",
            "coordinating",
            RESULTS,
            LEGAL_BASES,
            "requirements",
            "keywords",
            "related",
            "citedNumbers",
            RAW);

    /** The parts of a content that may lie there as raw text instead of as a table. */
    static final List<String> MAY_BE_RAW = List.of(STEPS, WAYS, PAPERS, LEGAL_BASES);

    /** Before the label of a case, in the table of papers. */
    private static final String CASE = "#";

    private static final int LONGEST_TITLE = 3_000;
    private static final int LONGEST_ORG = 500;
    private static final int LONGEST_HEAD = 300;
    private static final int LONGEST_URL = 1_000;
    private static final int LONGEST_CONTENT = 900_000;
    private static final int TRIES = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private ProcedureParts() {}

    /** The parts of a procedure by name, in order. */
    static Map<String, String> of(ProcedureRecord record) {
        var content = record.content();
        var agencies = content.agencies();
        var parts = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> parts.put(name, ""));
        parts.put(CODE, record.code());
        parts.put(TITLE, line(record.title()));
        parts.put(FIELD, line(record.field()));
        parts.put(
                LEVELS, list(record.levels().stream().map(ProcedureParts::word).toList()));
        parts.put("kind", line(record.kind()));
        parts.put(SERVICE_LEVEL, word(record.serviceLevel()));
        parts.put(STATUS, word(record.status()));
        parts.put("org", line(record.org()));
        parts.put("decision", line(record.decision()));
        parts.put("validFrom", day(record.validFrom()));
        parts.put("validTo", day(record.validTo()));
        parts.put("nationalUrl", line(record.nationalUrl()));
        parts.put("description", clean(content.description()));
        parts.put(STEPS, table(content.steps().stream().map(step -> List.of(line(step.title()), step.text()))));
        parts.put(
                WAYS,
                table(content.ways().stream()
                        .map(way -> List.of(word(way.channel()), way.time(), way.fee(), way.note()))));
        parts.put(PAPERS, table(content.cases().stream().flatMap(ProcedureParts::rows)));
        parts.put("audiences", list(content.audiences()));
        parts.put("performing", clean(agencies.performing()));
        parts.put("competent", clean(agencies.competent()));
        parts.put("receivingAddress", clean(agencies.receivingAddress()));
        parts.put("delegated", clean(agencies.delegated()));
        parts.put("coordinating", clean(agencies.coordinating()));
        parts.put(RESULTS, list(content.results()));
        parts.put(
                LEGAL_BASES,
                table(content.legalBases().stream()
                        .map(basis ->
                                List.of(line(basis.number()), basis.title(), line(basis.issuedOn()), basis.issuer()))));
        parts.put("requirements", clean(content.requirements()));
        parts.put("keywords", list(content.keywords()));
        parts.put("related", list(content.related()));
        parts.put("citedNumbers", list(content.citedNumbers()));
        parts.put(RAW, table(content.raw().entrySet().stream().map(part -> List.of(part.getKey(), part.getValue()))));
        return parts;
    }

    private static Stream<List<String>> rows(PaperCase one) {
        return Stream.concat(
                Stream.of(List.of(CASE, one.label())),
                one.papers().stream()
                        .map(paper -> List.of(
                                paper.name(),
                                String.valueOf(paper.originals()),
                                String.valueOf(paper.copies()),
                                paper.formName(),
                                line(paper.formUrl()))));
    }

    private static String table(Stream<List<String>> rows) {
        return TableText.write(
                rows.map(row -> row.stream().map(ProcedureParts::clean).toList())
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                        .toList());
    }

    private static String list(List<String> texts) {
        return table(texts.stream().map(List::of));
    }

    /** Text as the portal keeps it: composed letters, nothing that cannot be seen, no blanks at its ends. */
    static String clean(@Nullable String text) {
        var clean = text == null ? "" : text;
        for (var tries = 0; tries < TRIES; tries++) {
            var before = clean;
            clean = CrawledText.tidy(Text.clean(before));
            if (clean.equals(before)) {
                break;
            }
        }
        return clean;
    }

    private static String line(@Nullable String text) {
        return CrawledText.line(clean(text));
    }

    private static String word(Enum<?> constant) {
        return Words.VIETNAMESE.text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Time.date(day);
    }

    /** The same procedure in its tidy form: how a version and a file are compared. */
    static ProcedureRecord tidy(ProcedureRecord record) {
        return record(of(record));
    }

    /**
     * The procedure that the parts tell of.
     *
     * @throws RuleBrokenException if a part cannot be so; the part's name stands with the sentence
     */
    static ProcedureRecord record(Map<String, String> parts) {
        var code = ProcedureCode.national(line(said(parts, CODE)))
                .orElseThrow(() -> new RuleBrokenException("procedureEdit.error.code", CODE));
        var title = head(parts, TITLE, LONGEST_TITLE);
        if (title.isEmpty()) {
            throw new RuleBrokenException("procedureEdit.error.title", TITLE);
        }
        var content = content(parts);
        if (new ProcedureContentConverter().convertToDatabaseColumn(content).length() > LONGEST_CONTENT) {
            throw new RuleBrokenException("editorial.error.tooLong");
        }
        return new ProcedureRecord(
                code,
                title,
                head(parts, "org", LONGEST_ORG),
                head(parts, "decision", LONGEST_HEAD),
                each(parts, LEVELS).stream()
                        .map(level -> constant(GovernmentLevel.class, level, LEVELS))
                        .distinct()
                        .toList(),
                head(parts, "kind", LONGEST_HEAD),
                head(parts, FIELD, LONGEST_HEAD),
                constant(ServiceLevel.class, said(parts, SERVICE_LEVEL), SERVICE_LEVEL),
                constant(ProcedureStatus.class, said(parts, STATUS), STATUS),
                date(parts, "validFrom"),
                date(parts, "validTo"),
                url(parts),
                content);
    }

    /**
     * What holds of a procedure that is written here, beyond what a file may say.
     *
     * @throws RuleBrokenException if a part is raw that cannot be, or stands there twice, as a table and raw
     */
    static void requireOnce(ProcedureRecord record) {
        var parts = of(record);
        for (var name : record.content().raw().keySet()) {
            if (!MAY_BE_RAW.contains(name)) {
                throw new RuleBrokenException("procedureEdit.error.raw", RAW);
            }
            if (!said(parts, name).isEmpty()) {
                throw new RuleBrokenException("procedureEdit.error.both", name);
            }
        }
    }

    private static ProcedureContent content(Map<String, String> parts) {
        var raw = new TreeMap<String, String>();
        for (var row : TableText.read(said(parts, RAW))) {
            var name = TableText.cell(row, 0);
            var text = clean(TableText.cell(row, 1));
            if (!name.isEmpty() && !text.isEmpty()) {
                raw.put(name, text);
            }
        }
        return new ProcedureContent(
                clean(said(parts, "description")),
                TableText.read(said(parts, STEPS)).stream()
                        .map(row -> new Step(line(TableText.cell(row, 0)), clean(TableText.cell(row, 1))))
                        .toList(),
                TableText.read(said(parts, WAYS)).stream()
                        .map(ProcedureParts::way)
                        .toList(),
                cases(TableText.read(said(parts, PAPERS))),
                each(parts, "audiences"),
                new Agencies(
                        clean(said(parts, "performing")),
                        clean(said(parts, "competent")),
                        clean(said(parts, "receivingAddress")),
                        clean(said(parts, "delegated")),
                        clean(said(parts, "coordinating"))),
                each(parts, RESULTS),
                TableText.read(said(parts, LEGAL_BASES)).stream()
                        .map(row -> new LegalBasis(
                                line(TableText.cell(row, 0)),
                                clean(TableText.cell(row, 1)),
                                line(TableText.cell(row, 2)),
                                clean(TableText.cell(row, 3))))
                        .toList(),
                clean(said(parts, "requirements")),
                each(parts, "keywords"),
                each(parts, "related"),
                each(parts, "citedNumbers"),
                raw);
    }

    private static Way way(List<String> row) {
        return new Way(
                constant(Channel.class, TableText.cell(row, 0), WAYS),
                clean(TableText.cell(row, 1)),
                clean(TableText.cell(row, 2)),
                clean(TableText.cell(row, 3)));
    }

    private static List<PaperCase> cases(List<List<String>> rows) {
        var cases = new ArrayList<PaperCase>();
        var papers = new ArrayList<Paper>();
        var label = "";
        for (var row : rows) {
            if (row.size() <= 2 && row.getFirst().equals(CASE)) {
                close(cases, label, papers);
                label = clean(TableText.cell(row, 1));
            } else {
                papers.add(paper(row));
            }
        }
        close(cases, label, papers);
        return List.copyOf(cases);
    }

    private static void close(List<PaperCase> cases, String label, List<Paper> papers) {
        if (!label.isEmpty() || !papers.isEmpty()) {
            cases.add(new PaperCase(label, List.copyOf(papers)));
            papers.clear();
        }
    }

    private static Paper paper(List<String> row) {
        var form = line(TableText.cell(row, 4));
        if (!form.isEmpty() && !isWeb(form) && !form.matches("/tep/\\d{1,18}/\\S+")) {
            throw new RuleBrokenException("procedureEdit.error.form", PAPERS);
        }
        return new Paper(
                clean(TableText.cell(row, 0)),
                clean(TableText.cell(row, 3)),
                form,
                number(TableText.cell(row, 1)),
                number(TableText.cell(row, 2)));
    }

    private static int number(String typed) {
        var given = typed.strip();
        if (!given.matches("\\d{0,9}")) {
            throw new RuleBrokenException("procedureEdit.error.number", PAPERS);
        }
        return given.isEmpty() ? 0 : Integer.parseInt(given);
    }

    private static String said(Map<String, String> parts, String name) {
        return parts.getOrDefault(name, "");
    }

    private static List<String> each(Map<String, String> parts, String name) {
        return TableText.read(said(parts, name)).stream()
                .map(row -> clean(row.getFirst()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String head(Map<String, String> parts, String name, int longest) {
        var text = line(said(parts, name));
        if (text.length() > longest) {
            throw new RuleBrokenException("procedureEdit.error.long", name);
        }
        return text;
    }

    private static String url(Map<String, String> parts) {
        var url = head(parts, "nationalUrl", LONGEST_URL);
        if (!url.isEmpty() && !isWeb(url)) {
            throw new RuleBrokenException("procedureEdit.error.url", "nationalUrl");
        }
        return url;
    }

    private static boolean isWeb(String url) {
        return (url.startsWith("https://") || url.startsWith("http://")) && url.indexOf(' ') < 0;
    }

    private static @Nullable LocalDate date(Map<String, String> parts, String name) {
        var given = line(said(parts, name));
        if (given.isEmpty()) {
            return null;
        }
        try {
            return given.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(given) : LocalDate.parse(given, DAY);
        } catch (DateTimeException e) {
            throw new RuleBrokenException("articleEdit.error.day", name);
        }
    }

    /** A constant by its name, or by what people call it. */
    private static <E extends Enum<E>> E constant(Class<E> type, String given, String part) {
        var meant = Text.fold(line(given));
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(meant)
                        || Text.fold(word(each)).equals(meant))
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException("procedureEdit.error.choice", part));
    }
}
