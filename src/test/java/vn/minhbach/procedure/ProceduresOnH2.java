package vn.minhbach.procedure;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.editorial.OnTime;
import vn.minhbach.editorial.PreviewLinks;

/** Procedures on a database in memory, without a server: every deed in a transaction of its own. */
final class ProceduresOnH2 implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(NOW);
    private final Values values = new Values();
    private final Derived<Map<String, ProcedureDeskService.Head>> heads = new Derived<>(values);
    private Actor actor = Actor.PORTAL;

    static Actor board(String name) {
        return new Actor(
                name,
                Set.of(
                        new Actor.Grant(Permission.WRITE_PROCEDURES, ""),
                        new Actor.Grant(Permission.REVIEW_PROCEDURES, ""),
                        new Actor.Grant(Permission.PUBLISH_PROCEDURES, ""),
                        new Actor.Grant(Permission.KEEP_PROCEDURES, "")));
    }

    static ProcedureRecord record(String code, String title, String fee) {
        return new ProcedureRecord(
                code,
                title,
                "UBND tỉnh An Hải",
                "12/QĐ-UBND",
                List.of(GovernmentLevel.PROVINCE),
                "",
                "Thư viện",
                ServiceLevel.ONLINE,
                ProcedureStatus.PUBLIC,
                null,
                null,
                "",
                new ProcedureContent(
                        "",
                        List.of(new Step("Nộp hồ sơ", "Nộp tại quầy.")),
                        List.of(new Way(Channel.ONLINE, "3 ngày làm việc", fee, "")),
                        List.of(new PaperCase("", List.of(new Paper("Đơn đề nghị", "", "", 1, 0)))),
                        List.of("Công dân Việt Nam"),
                        Agencies.NONE,
                        List.of("Thẻ"),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    static ProcedureVersion version(String code, String title, String fee) {
        return new ProcedureVersion(record(code, title, fee), false, List.of());
    }

    SetClock clock() {
        return clock;
    }

    /** Something that is public and that nobody has edited. */
    void imported(ProcedureRecord record, SourceText source) {
        database.inTransaction(em -> {
            var service = new ProcedureService(em, clock);
            service.takeOver(
                    service.beginImport("nguon.jsonl"), List.of(new ProcedureService.Announced(record, source)));
        });
        advance();
    }

    <T> T board(String who, Function<ProcedureBoardService, T> deed) {
        actor = board(who);
        return database.ask(em -> deed.apply(board(em)));
    }

    void does(String who, Consumer<ProcedureBoardService> deed) {
        board(who, service -> {
            deed.accept(service);
            return true;
        });
        advance();
    }

    private ProcedureBoardService board(EntityManager em) {
        return ProcedureBoardService.over(
                em, OnTime.items(em, () -> actor, clock, new ArrayList<>()), () -> actor, clock);
    }

    <T> T desk(String who, Function<ProcedureDeskService, T> question) {
        actor = board(who);
        return database.ask(em -> question.apply(ProcedureDeskService.over(
                em, OnTime.items(em, () -> actor, clock, new ArrayList<>()), heads, () -> actor, clock)));
    }

    <T> T preview(String who, Function<ProcedurePreviewService, T> question) {
        actor = board(who);
        return database.ask(em -> {
            var items = OnTime.items(em, () -> actor, clock, new ArrayList<>());
            return question.apply(ProcedurePreviewService.over(
                    items,
                    PreviewLinks.over(em, () -> actor, clock),
                    ProcedureDeskService.over(em, items, heads, () -> actor, clock),
                    new ProcedureRepository(em),
                    () -> actor,
                    clock));
        });
    }

    <T> T service(Function<ProcedureService, T> question) {
        return database.ask(em -> question.apply(new ProcedureService(em, clock)));
    }

    ProcedureImportService imports(EntityManager em) {
        return ProcedureImportService.over(em, new ProcedureService(em, clock), () -> board("nhap"), clock);
    }

    /** What is in the folder of the portal's data, and where it stands. */
    ImportDesk importDesk(Path data) {
        var desk = new ImportDesk();
        desk.data = data.toString();
        desk.clock = clock;
        desk.imports = new ProcedureImportService() {
            @Override
            public void tidy() {
                database.inTransaction(em -> imports(em).tidy());
            }

            @Override
            public boolean needsFile(long id) {
                return database.ask(em -> imports(em).needsFile(id));
            }
        };
        return desk;
    }

    /** A file of which only the beginning was looked at. */
    long beginLook(String name) {
        return database.ask(em -> imports(em).begin(name));
    }

    /** Looks at a file as the back office does, and gives the number under which it was kept. */
    long look(Path file) throws IOException, ImportException {
        long id = database.ask(em -> imports(em).begin(file.getFileName().toString()));
        var place = new long[] {1};
        var report = new ImportReport();
        var batches = new ImportBatches(report, new ImportBatches.Taker() {
            @Override
            public void batch(List<ImportBatches.Numbered> good) {
                database.inTransaction(em -> imports(em).look(id, place[0], good));
                place[0] += good.size();
            }

            @Override
            public void refused(long line, Map<String, String> row, String reason) {
                database.inTransaction(em -> imports(em)
                        .refuse(
                                id,
                                place[0]++,
                                line,
                                row.getOrDefault("code", ""),
                                row.getOrDefault("title", ""),
                                reason));
            }
        });
        ImportFile.read(file, batches);
        batches.end();
        database.inTransaction(em -> imports(em).looked(id, report.notes()));
        return id;
    }

    /** Does what was looked at. */
    ImportReport apply(long id, Path file) throws IOException, ImportException {
        ImportRun run = database.ask(em -> imports(em).start(id));
        var report = new ImportReport();
        var batches = new ImportBatches(
                report,
                good -> database.inTransaction(em -> imports(em)
                        .apply(id, run, good)
                        .forEach(done -> {
                            var taken = done.taken();
                            if (taken == null) {
                                report.refuse(done.line(), ProcedureImportService.CHANGED_SINCE);
                            } else {
                                report.take(done.line(), taken);
                            }
                        })));
        ImportFile.read(file, batches);
        batches.end();
        database.inTransaction(em -> imports(em).finish(id, run, report));
        advance();
        return report;
    }

    ImportPreview preview(long id) {
        return database.ask(em -> imports(em).get(id));
    }

    List<ImportLine> lines(long id, ImportLine.Outcome outcome) {
        return database.ask(em -> {
            var imports = imports(em);
            return imports.lines(id, imports.places(id, outcome));
        });
    }

    List<String> changes() {
        return database.ask(em -> new ChangeLog(em, clock)
                .after(0, 1_000).stream()
                        .map(change -> change.getAction() + " " + change.getContentId())
                        .toList());
    }

    <T> T ask(Function<EntityManager, T> work) {
        return database.ask(work);
    }

    /** The change log moved: what was derived from older content is dropped. */
    void advance() {
        values.follow();
    }

    @Override
    public void close() {
        database.close();
    }
}
