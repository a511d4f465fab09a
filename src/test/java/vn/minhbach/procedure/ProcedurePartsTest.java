package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.shared.RuleBrokenException;

/** What is written part by part is read back as it was: as texts, and in every form of file, whatever stands in it. */
class ProcedurePartsTest {

    /** What people, spreadsheets and attackers write. */
    private static final List<String> HOSTILE = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2",
            "@SUM(A1)",
            "'",
            "'=1",
            "''",
            "#N/A",
            "#REF!",
            "\"",
            "\"\"\",\"",
            "a,b;c\td",
            "a | b",
            "\\n",
            "\\",
            "a\\|b",
            "dòng một\ndòng hai",
            "_x000D_",
            "_x005F_x000D_",
            "001234",
            "1.000200",
            "1,5",
            "01/2020/TT-BVHTTDL",
            Normalizer.normalize("Thủ tục hành chính", Normalizer.Form.NFD),
            "\u00a0 khoảng   trắng \t",
            "a\u0000b\u0007c",
            "\uD83D\uDE00 mặt cười",
            "\uD800",
            "<b>&amp;</b> ]]>",
            "sep=;",
            "Trực tuyến\n3 Ngày làm việc",
            "#",
            "# | x",
            "Điều 1. ",
            "true",
            "null",
            "{\"code\":\"9.999999\"}",
            "\u2028dòng",
            "x".repeat(40_000));

    @TempDir
    Path folder;

    @Test
    void aProcedureIsReadFromItsPartsAsItWas() {
        var record = ProceduresOnH2.record("1.000200", "Cấp thẻ", "Miễn phí");
        assertThat(ProcedureParts.record(ProcedureParts.of(record))).isEqualTo(record);
    }

    @Test
    void theTidyFormStaysAsItIs() {
        var random = new Random(20_261_130);
        for (var i = 0; i < 60; i++) {
            var tidy = ProcedureParts.tidy(hostile(random, "1.%06d".formatted(i)));
            assertThat(ProcedureParts.tidy(tidy)).isEqualTo(tidy);
            assertThat(ProcedureParts.of(tidy)).isEqualTo(ProcedureParts.of(ProcedureParts.tidy(tidy)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void aFileIsReadBackUnchanged(String form) throws Exception {
        var random = new Random(4_711);
        var records = new ArrayList<ProcedureRecord>();
        records.add(ProceduresOnH2.record("1.000200", "Cấp thẻ đọc", "Miễn phí"));
        for (var i = 0; i < HOSTILE.size() * 3; i++) {
            records.add(hostile(random, "2.%06d".formatted(i)));
        }
        var read = new ArrayList<ProcedureRecord>();

        var refused = read(written(form, records), read);

        assertThat(refused).isEmpty();
        assertThat(read).hasSameSizeAs(records);
        for (var i = 0; i < records.size(); i++) {
            assertThat(PartChange.between(ProcedureParts.of(records.get(i)), ProcedureParts.of(read.get(i))))
                    .as(records.get(i).code())
                    .isEmpty();
        }
    }

    /** A spreadsheet opens it, and computes nothing. */
    @Test
    void noCellOfATableIsAFormula() throws Exception {
        var record = ProceduresOnH2.record("1.000200", "=cmd|' /C calc'!A0", "@x");
        var table = new ByteArrayOutputStream();
        new ProcedureExport(List.of("1.000200"), codes -> List.of(record)).csv(table);
        assertThat(table.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"'=cmd|' /C calc'!A0\"")
                .doesNotContain("\"=cmd");
    }

    @ParameterizedTest
    @CsvSource({
        "code, khong-ma, procedureEdit.error.code",
        "title, '', procedureEdit.error.title",
        "status, Đang nghỉ, procedureEdit.error.choice",
        "ways, Bằng bồ câu | 1 ngày, procedureEdit.error.choice",
        "papers, Đơn | nhiều | 0, procedureEdit.error.number",
        "papers, Đơn | 1 | 0 | Mẫu | javascript:alert(1), procedureEdit.error.form",
        "papers, Đơn | 1 | 0 | Mẫu | /quan-tri, procedureEdit.error.form",
        "nationalUrl, javascript:alert(1), procedureEdit.error.url",
        "validFrom, 31/02/2026, articleEdit.error.day"
    })
    void whatCannotBeIsRefusedAtItsPart(String part, String text, String reason) {
        var parts = new LinkedHashMap<>(ProcedureParts.of(ProceduresOnH2.record("1.000200", "Cấp thẻ", "0 đồng")));
        parts.put(part, text);
        assertThatThrownBy(() -> ProcedureParts.record(parts))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage(reason);
    }

    @Test
    void whatIsWrittenHereStandsThereOnce() {
        for (var raw : Map.of("ways", "procedureEdit.error.both", "ghi-chu", "procedureEdit.error.raw")
                .entrySet()) {
            var parts = new LinkedHashMap<>(ProcedureParts.of(ProceduresOnH2.record("1.000200", "Cấp thẻ", "0 đồng")));
            parts.put("raw", raw.getKey() + " | nguyên văn");
            var record = ProcedureParts.record(parts);
            assertThatThrownBy(() -> ProcedureParts.requireOnce(record)).hasMessage(raw.getValue());
        }
    }

    private Path written(String form, List<ProcedureRecord> records) throws IOException {
        var file = folder.resolve("thu-tuc." + form);
        var codes = IntStream.range(0, records.size()).mapToObj(String::valueOf).toList();
        var export = new ProcedureExport(
                codes,
                some -> some.stream()
                        .map(index -> records.get(Integer.parseInt(index)))
                        .toList());
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (form) {
                case "csv" -> export.csv(out);
                case "json" -> export.json(out);
                default -> export.xlsx(out);
            }
        }
        return file;
    }

    private static List<String> read(Path file, List<ProcedureRecord> read) throws Exception {
        var refused = new ArrayList<String>();
        var batches = new ImportBatches(new ImportReport(), new ImportBatches.Taker() {
            @Override
            public void batch(List<ImportBatches.Numbered> good) {
                good.forEach(each -> {
                    assertThat(each.announced().source()).isNull();
                    read.add(each.announced().procedure());
                });
            }

            @Override
            public void refused(long line, Map<String, String> row, String reason) {
                refused.add(line + " " + reason);
            }
        });
        ImportFile.read(file, batches);
        batches.end();
        return refused;
    }

    private static String any(Random random) {
        return Objects.requireNonNull(HOSTILE.get(random.nextInt(HOSTILE.size())));
    }

    /** Short, for heads; never blank. */
    private static String head(Random random) {
        var text = "Cấp thẻ " + any(random);
        return random.nextBoolean() && !any(random).isBlank()
                ? vn.minhbach.shared.Text.cut(any(random) + " x", 200)
                : vn.minhbach.shared.Text.cut(text, 200);
    }

    private static ProcedureRecord hostile(Random random, String code) {
        var content = new ProcedureContent(
                any(random),
                List.of(new Step(any(random), any(random)), new Step("", any(random))),
                List.of(
                        new Way(Channel.ONLINE, any(random), any(random), any(random)),
                        new Way(Channel.POST, "", "", "")),
                List.of(
                        new PaperCase("", List.of(new Paper(any(random), any(random), "", 1, 2))),
                        new PaperCase(any(random), List.of(new Paper("#", "", "https://example.vn/a?b=c|d", 0, 0)))),
                List.of(any(random), any(random)),
                new Agencies(any(random), any(random), "", any(random), ""),
                List.of(any(random)),
                List.of(new LegalBasis(any(random), any(random), any(random), any(random))),
                any(random),
                List.of(any(random)),
                List.of(),
                List.of(any(random)),
                Map.of());
        return new ProcedureRecord(
                code,
                head(random),
                head(random),
                head(random),
                List.of(GovernmentLevel.COMMUNE, GovernmentLevel.OTHER),
                head(random),
                head(random),
                ServiceLevel.PARTIAL,
                ProcedureStatus.AMENDED,
                LocalDate.of(2026, 1, 2),
                null,
                "https://example.vn/=1",
                content);
    }
}
