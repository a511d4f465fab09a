package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLNonTransientConnectionException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.shared.Time;
import vn.minhbach.store.StandaloneDatabase;

/** The import of procedures on a database in memory. */
class ProcedureImporterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), Time.ZONE);

    @TempDir
    Path folder;

    @Test
    void aSecondRunChangesNothing() throws Exception {
        var file = jsonLines(line("1.000001", "Cấp thẻ đọc"), line("1.000002", "Cấp lại thẻ đọc"));
        try (var database = TestDatabase.create()) {
            assertThat(run(database, file).added()).isEqualTo(2);
            var again = run(database, file);
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.added() + again.changed() + again.refused()).isZero();
            assertThat(changes(database)).containsExactly("1.000001", "1.000002");
        }
    }

    @Test
    void aChangedRecordBecomesAnUpdateWithItsLogRow() throws Exception {
        try (var database = TestDatabase.create()) {
            run(database, jsonLines(line("1.000001", "Cấp thẻ đọc"), line("1.000002", "Cấp lại thẻ đọc")));
            var report = run(database, jsonLines(line("1.000001", "Cấp thẻ đọc"), line("1.000002", "Đổi thẻ đọc")));
            assertThat(report.changed()).isEqualTo(1);
            assertThat(changes(database)).containsExactly("1.000001", "1.000002", "1.000002");
            assertThat(title(database, "1.000002")).isEqualTo("Đổi thẻ đọc");
        }
    }

    @Test
    void badLinesAreToldWithNumberAndReasonAndStopNothing() throws Exception {
        var file = jsonLines(
                line("1.000001", "Cấp thẻ đọc"),
                "{ hỏng",
                "[1,2]",
                line("", "Không mã"),
                line("khong-phai-ma", "Mã sai"),
                line("1.000002", ""),
                line("1.000001", "Trùng mã"),
                "",
                line("1.000003", "x".repeat(4000)),
                line("1.000004", "Dòng cuối"));
        try (var database = TestDatabase.create()) {
            var report = run(database, file);
            assertThat(report.added()).isEqualTo(2);
            assertThat(report.refused()).isEqualTo(7);
            assertThat(report.text())
                    .contains("không phải một đối tượng JSON hợp lệ")
                    .contains("dòng 4: cột code: thiếu mã")
                    .contains("dòng 5: cột code: mã thủ tục không hợp lệ: khong-phai-ma; mã quốc gia có dạng 1.001234")
                    .contains("dòng 6: cột title: thiếu tên")
                    .contains("dòng 7: cột code: mã 1.000001 đã có ở dòng 1")
                    .contains("dòng 9: cột title: dài quá");
            assertThat(title(database, "1.000001")).isEqualTo("Cấp thẻ đọc");
            assertThat(title(database, "1.000004")).isEqualTo("Dòng cuối");
        }
    }

    @Test
    void savesBatchByBatchAndTellsOnlyWhatIsSaved() throws Exception {
        var lines = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> line("2.%06d".formatted(i), "Thủ tục số " + i))
                .toArray(String[]::new);
        var file = jsonLines(lines);
        try (var database = TestDatabase.create()) {
            var told = new ArrayList<Long>();
            try (var em = database.factory().createEntityManager()) {
                new ProcedureImporter(em, CLOCK, done -> told.add(count(database))).run(file);
            }
            assertThat(told).containsExactly(100L, 200L, 250L);
        }
    }

    /** The portal was killed: no line is to blame, and none that follows can be saved. */
    @Test
    void endsWithTheDatabase() throws Exception {
        var lines = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> line("2.%06d".formatted(i), "Thủ tục số " + i))
                .toArray(String[]::new);
        var file = jsonLines(lines);
        var told = new ArrayList<Integer>();
        var server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        var url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (var database = StandaloneDatabase.open(url, "portal", "");
                var em = database.entityManager()) {
            var importer = new ProcedureImporter(em, CLOCK, done -> {
                told.add(done);
                server.stop();
            });
            assertThatThrownBy(() -> importer.run(file))
                    .hasRootCauseInstanceOf(SQLNonTransientConnectionException.class);
        } finally {
            server.stop();
        }
        assertThat(told).containsExactly(100);
    }

    /** Whatever stops an import, the back office never shows it as still going on. */
    @Test
    void aRunThatCannotGoOnSaysWhy() throws Exception {
        var old = Files.write(folder.resolve("cu.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        var lines = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> line("2.%06d".formatted(i), "Thủ tục số " + i))
                .toArray(String[]::new);
        var file = jsonLines(lines);
        try (var database = TestDatabase.create()) {
            assertThatThrownBy(() -> run(database, old)).isInstanceOf(ImportException.class);
            assertThat(lastRun(database).getReport()).startsWith("Tệp là bảng tính Excel đời cũ");
            assertThat(lastRun(database).getFinishedAt()).isNotNull();
            try (var em = database.factory().createEntityManager()) {
                assertThatThrownBy(() -> new ProcedureImporter(em, CLOCK, done -> {
                                    throw new OutOfMemoryError("hết bộ nhớ");
                                })
                                .run(file))
                        .isInstanceOf(OutOfMemoryError.class);
            }
            assertThat(lastRun(database).getFinishedAt()).isNotNull();
            assertThat(lastRun(database).getReport()).contains("dừng vì lỗi", "hết bộ nhớ", "100 thủ tục mới");
        }
    }

    /** What a killed run leaves behind. */
    @Test
    void theNextRunClosesOneThatWasCutOff() throws Exception {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> {
                var service = new ProcedureService(em, CLOCK);
                service.takeOver(
                        service.beginImport("bi-ngat.jsonl"),
                        List.of(new ProcedureService.Announced(
                                new ProcedureRecord(
                                        "1.000001",
                                        "Cấp thẻ đọc",
                                        "",
                                        "",
                                        List.of(),
                                        "",
                                        "",
                                        ServiceLevel.IN_PERSON,
                                        ProcedureStatus.PUBLIC,
                                        null,
                                        null,
                                        "",
                                        ProcedureContent.EMPTY),
                                SourceText.NONE)));
            });
            assertThat(lastRun(database).getFinishedAt()).isNull();
            assertThat(lastRun(database).getAdded()).isEqualTo(1);
            run(database, jsonLines(line("1.000002", "Cấp lại thẻ đọc")));
            var runs = database.<List<ImportRun>>ask(
                    em -> em.createQuery("select r from ImportRun r order by r.id", ImportRun.class)
                            .getResultList());
            assertThat(runs)
                    .hasSize(2)
                    .allSatisfy(run -> assertThat(run.getFinishedAt()).isNotNull());
            assertThat(runs.getFirst().getReport()).contains("bị ngắt giữa chừng", "đã lưu 1 thủ tục");
            assertThat(runs.getLast().getReport()).startsWith("Đã đọc 1 dòng");
        }
    }

    @Test
    void anImportStandsInTheAudit() throws Exception {
        try (var database = TestDatabase.create()) {
            run(database, jsonLines(line("1.000001", "Cấp thẻ đọc")));
            assertThat(database.<List<String>>ask(em -> em.createQuery("select a.deed from AuditEntry a", String.class)
                            .getResultList()))
                    .containsExactly("KEEP_PROCEDURES");
        }
    }

    @Test
    void partsAreTakenApartOrKeptWhole() throws Exception {
        var structured =
                "{\"code\":\"1.000005\",\"title\":\"Cấp thẻ\",\"methods\":\"Hình thức nộp\\nThời gian\\nPhí, lệ phí\\nMô tả\\n"
                        + "Trực tuyến\\n3 Ngày làm việc\\nMiễn phí\\nNộp qua cổng.\",\"level\":\"Cấp tỉnh, Cấp xã\","
                        + "\"target\":\"Công dân Việt Nam\"}";
        var strange = "{\"code\":\"1.000006\",\"title\":\"Cấp thẻ\",\"methods\":\"Đến nơi rồi tính\"}";
        try (var database = TestDatabase.create()) {
            var report = run(database, jsonLines(structured, strange));
            assertThat(report.text()).containsPattern("ways\\s+1 /\\s+2\\s+50\\.0 %");
            var first = procedure(database, "1.000005");
            assertThat(first.content().ways())
                    .containsExactly(new Way(Channel.ONLINE, "3 Ngày làm việc", "Miễn phí", "Nộp qua cổng."));
            assertThat(first.serviceLevel()).isEqualTo(ServiceLevel.ONLINE);
            assertThat(first.levels()).containsExactly(GovernmentLevel.PROVINCE, GovernmentLevel.COMMUNE);
            var second = procedure(database, "1.000006");
            assertThat(second.content().ways()).isEmpty();
            assertThat(second.content().raw()).containsEntry("ways", "Đến nơi rồi tính");
        }
    }

    @Test
    void numbersThatTheSourceListsAreKeptAsTheyStandThere() throws Exception {
        var file = jsonLines("{\"code\":\"1.000010\",\"title\":\"Cấp thẻ\","
                + "\"legal_numbers\":[\"61/2018/NĐ-CP\",\" 20/2013/TTLT-BYT-BCT-BNN\",\"61/2018/NĐ-CP\",\"\"]}");
        try (var database = TestDatabase.create()) {
            run(database, file);
            assertThat(procedure(database, "1.000010").content().citedNumbers())
                    .containsExactly("61/2018/NĐ-CP", "20/2013/TTLT-BYT-BCT-BNN");
        }
    }

    @Test
    void decomposedTextIsComposed() throws Exception {
        var file = jsonLines(line("1.000007", Normalizer.normalize("Đường sắt", Normalizer.Form.NFD)));
        try (var database = TestDatabase.create()) {
            run(database, file);
            assertThat(title(database, "1.000007")).isEqualTo("Đường sắt");
        }
    }

    @Test
    void readsCsvAndSheetsLikeJsonLines() throws Exception {
        var csv = folder.resolve("thu-tuc.csv");
        Files.writeString(
                csv, "\uFEFFcode,title,steps\r\n1.000008,\"Cấp thẻ, đổi thẻ\",\"Bước 1: Nộp.\nBước 2: Nhận.\"\r\n");
        var sheet = folder.resolve("thu-tuc.xlsx");
        try (var out = Files.newOutputStream(sheet);
                var workbook = new Workbook(out, "Test", "1.0")) {
            var page = workbook.newWorksheet("Thủ tục");
            page.value(0, 0, "title");
            page.value(0, 1, "code");
            page.value(1, 0, "Cấp bản sao");
            page.value(1, 1, "1.000009");
        }
        try (var database = TestDatabase.create()) {
            assertThat(run(database, csv).added()).isEqualTo(1);
            assertThat(run(database, sheet).added()).isEqualTo(1);
            assertThat(title(database, "1.000008")).isEqualTo("Cấp thẻ, đổi thẻ");
            assertThat(procedure(database, "1.000008").content().steps()).hasSize(2);
            assertThat(title(database, "1.000009")).isEqualTo("Cấp bản sao");
        }
    }

    private static ImportReport run(TestDatabase database, Path file) throws IOException, ImportException {
        try (var em = database.factory().createEntityManager()) {
            return new ProcedureImporter(em, CLOCK, done -> {}).run(file);
        }
    }

    private static ImportRun lastRun(TestDatabase database) {
        return database.<ImportRun>ask(
                em -> new ProcedureRepository(em).lastRun().orElseThrow());
    }

    private static List<String> changes(TestDatabase database) {
        return database.<List<String>>ask(em -> new ChangeLog(em, CLOCK)
                .after(0, 100).stream().map(ContentChange::getContentId).toList());
    }

    private static long count(TestDatabase database) {
        return database.<Long>ask(em -> new ProcedureRepository(em).count());
    }

    private static ProcedureRecord procedure(TestDatabase database, String code) {
        return database.<ProcedureRecord>ask(
                em -> new ProcedureRepository(em).byCode(code).orElseThrow().toRecord());
    }

    private static String title(TestDatabase database, String code) {
        return procedure(database, code).title();
    }

    private Path jsonLines(String... lines) throws IOException {
        var file = Files.createTempFile(folder, "thu-tuc", ".jsonl");
        return Files.writeString(file, String.join("\n", lines), StandardCharsets.UTF_8);
    }

    private static String line(String code, String title) {
        return List.of("\"code\":\"" + code + "\"", "\"title\":\"" + title + "\"", "\"org\":\"UBND tỉnh An Hải\"")
                .stream()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
