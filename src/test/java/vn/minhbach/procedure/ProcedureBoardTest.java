package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.procedure.ProceduresOnH2.record;
import static vn.minhbach.procedure.ProceduresOnH2.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.Canary;
import vn.minhbach.access.Permit;
import vn.minhbach.desk.ListState;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.editorial.Told;
import vn.minhbach.editorial.TransitionLine;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** The life of a procedure before the board, and what an import makes of it. */
class ProcedureBoardTest {

    private static final String CODE = "1.000200";
    private static final SourceText SOURCE = new SourceText(Map.of("code", CODE, "title", "Cấp thẻ đọc"));
    private static final ListState WHOLE = new ListState("", "", false, 1);

    @TempDir
    Path folder;

    private final ProceduresOnH2 portal = new ProceduresOnH2();

    @BeforeEach
    void importOne() {
        portal.imported(record(CODE, "Cấp thẻ đọc", "20.000 đồng"), SOURCE);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void everyDeedThatProceduresKnowIsAMethodWithItsPermission() {
        for (var deed : ProcedureBoardService.DEEDS) {
            var methods = Arrays.stream(ProcedureBoardService.class.getMethods())
                    .filter(method -> method.getName().equals(deed.method()))
                    .toList();
            assertThat(methods)
                    .as(deed.name())
                    .isNotEmpty()
                    .allSatisfy(method -> assertThat(
                                    method.getAnnotation(Permit.class).value())
                            .isEqualTo(ProcedureBoardService.permission(deed.right())));
        }
    }

    /** Whoever reads on the screen what may be done finds nothing there that cannot be. */
    @Test
    void theTableOnTheScreenTellsOfTheDeedsOfProceduresOnly() {
        assertThat(TransitionLine.of(ProcedureBoardService.DEEDS, words -> words))
                .extracting(TransitionLine::deed)
                .contains("Deed.PLAN", "Deed.WITHDRAW", "Deed.CORRECT")
                .doesNotContain("Deed.ARCHIVE", "Deed.REDIRECT", "Deed.READDRESS");
    }

    @Test
    void anEditGoesFromItsWriterToThePublic() {
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), "giảm phí"));
        assertThat(fee()).isEqualTo("20.000 đồng");
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        assertThatThrownBy(() -> portal.does("lan", board -> board.approve(CODE, 2, "")))
                .hasMessage("editorial.error.own");
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        portal.does("mai", board -> board.correct(CODE, 2, "Phí là 10.000 đồng."));

        assertThat(fee()).isEqualTo("10.000 đồng");
        assertThat(portal.<Procedure>service(service -> service.get(CODE)).getCorrections())
                .extracting(correction -> correction.text())
                .containsExactly("Phí là 10.000 đồng.");
        assertThat(portal.changes()).containsExactly("PUBLISHED " + CODE, "PUBLISHED " + CODE);
        assertThat(portal.<List<Integer>>board(
                        "lan",
                        board -> board.versions(CODE).stream()
                                .map(each -> each.getNumber())
                                .toList()))
                .containsExactly(2, 1);

        portal.does("lan", board -> board.restore(CODE, 2, 1, "trở lại"));
        assertThat(portal.<ProcedureVersion>desk("lan", desk -> desk.content(CODE, 3)))
                .isEqualTo(portal.<ProcedureVersion>desk("lan", desk -> desk.content(CODE, 1)));
    }

    @Test
    void whatIsLateBearsTheDateThatWasChosen() {
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), "giảm phí"));
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        var due = ProceduresOnH2.NOW.plus(Duration.ofHours(1));
        portal.does("mai", board -> board.schedule(CODE, 2, due, "Phí là 10.000 đồng.", ""));
        long id = portal.board("lan", board -> board.versions(CODE).getFirst().getItemId());
        portal.clock().pass(Duration.ofDays(1));
        portal.does("mai", board -> board.release(id, due));

        assertThat(fee()).isEqualTo("10.000 đồng");
        var shown = portal.<Procedure>service(service -> service.get(CODE));
        assertThat(shown.getUpdatedAt()).isEqualTo(due);
        assertThat(shown.getCorrections())
                .extracting(correction -> correction.at())
                .containsExactly(due);
    }

    /** The search finds a procedure by the words of its forms: with another form it is read anew, and the board is told. */
    @Test
    void aReplacedFormHasItsProcedureReadAnew() {
        var with = ProceduresOnH2.version("1.000300", "Cấp lại thẻ đọc", "0 đồng");
        var content = Json.read(
                Json.write(with).replace("\"formUrl\":\"\"", "\"formUrl\":\"/tep/7/don.docx\""),
                ProcedureVersion.class);
        assertThat(content.files()).containsExactly(7L);
        List<Boolean> may = portal.ask(em -> {
            var actors = new vn.minhbach.access.CurrentActor[] {() -> vn.minhbach.access.Actor.PORTAL};
            var files = new ProcedureForms();
            files.items =
                    vn.minhbach.editorial.OnTime.items(em, () -> actors[0].get(), portal.clock(), new ArrayList<>());
            files.changes = new vn.minhbach.change.ChangeLog(em, portal.clock());
            files.actors = () -> actors[0].get();
            var item = files.items.draft(ProcedureService.KIND, "1-000300", content.place(), content);
            actors[0] = () -> new vn.minhbach.access.Actor("lan", java.util.Set.of());
            var asDraft = files.mayPublish(7);
            actors[0] = () -> vn.minhbach.access.Actor.PORTAL;
            files.items.publish(item, 1, ProceduresOnH2.NOW);
            actors[0] = () -> new vn.minhbach.access.Actor("lan", java.util.Set.of());
            var asPublic = files.mayPublish(7);
            files.replaced(7, "don.docx");
            return List.of(asDraft, asPublic);
        });
        assertThat(may).containsExactly(true, false);
        assertThat(portal.changes()).contains("TOUCHED 1.000300");
    }

    private boolean hasUnsaved(String who) {
        return Boolean.TRUE.equals(portal.<Boolean>desk(who, desk -> desk.hasUnsaved(CODE, 1)));
    }

    @Test
    void theSecondOfTwoSeesWhatTheFirstChanged() {
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), ""));
        assertThatThrownBy(() -> portal.does(
                        "mai", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ bạn đọc", "20.000 đồng"), "")))
                .isInstanceOfSatisfying(VersionConflictException.class, conflict -> {
                    assertThat(conflict.newest().getAuthor()).isEqualTo("lan");
                    assertThat(PartChange.between(
                                    ProcedureParts.of(conflict.base()
                                            .content(ProcedureVersion.class)
                                            .procedure()),
                                    ProcedureParts.of(conflict.newest()
                                            .content(ProcedureVersion.class)
                                            .procedure())))
                            .extracting(PartChange::part)
                            .containsExactly("ways");
                });
    }

    /** Whatever is read for the public is read, and looked through for the words of a draft, wherever it stands before the board. */
    @Test
    void noPartOfADraftShowsThrough() {
        portal.does("lan", board -> board.revise(CODE, 1, canary(), Canary.word("note")));
        var steps = List.<Consumer<ProcedureBoardService>>of(
                board -> board.remark(CODE, 2, Canary.word("remark")),
                board -> board.submit(CODE, 2, Canary.word("submit")),
                board -> board.approve(CODE, 2, ""),
                board -> board.schedule(CODE, 2, ProceduresOnH2.NOW.plusSeconds(3_600), Canary.word("scheduled"), ""),
                board -> board.unschedule(CODE, 2, ""),
                board -> board.sendBack(CODE, 2, Canary.word("reason")));
        for (var step : steps) {
            assertThat(everythingPublic()).doesNotContain("hoangyen");
            portal.does("mai" + System.nanoTime(), step);
        }
        assertThat(everythingPublic()).doesNotContain("hoangyen");

        portal.does("lan", board -> board.submit(CODE, 2, ""));
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        portal.does("mai", board -> board.publish(CODE, 2));
        for (var part : List.of("title", "field", "steps", "fee", "papers", "requirements", "keywords")) {
            assertThat(everythingPublic()).as(part).contains(Canary.word(part));
        }
    }

    private static ProcedureVersion canary() {
        return new ProcedureVersion(
                new ProcedureRecord(
                        CODE,
                        Canary.word("title"),
                        Canary.word("org"),
                        Canary.word("decision"),
                        List.of(GovernmentLevel.OTHER),
                        Canary.word("kind"),
                        Canary.word("field"),
                        ServiceLevel.FULL,
                        ProcedureStatus.AMENDED,
                        null,
                        null,
                        "https://" + Canary.word("url") + ".example/",
                        new ProcedureContent(
                                Canary.word("description"),
                                List.of(new Step(Canary.word("steps"), Canary.word("steps"))),
                                List.of(new Way(Channel.POST, Canary.word("time"), Canary.word("fee"), "")),
                                List.of(new PaperCase(
                                        Canary.word("cases"), List.of(new Paper(Canary.word("papers"), "", "", 1, 0)))),
                                List.of(Canary.word("audiences")),
                                new Agencies(Canary.word("performing"), "", "", "", ""),
                                List.of(Canary.word("results")),
                                List.of(new LegalBasis(Canary.word("law"), "", "", "")),
                                Canary.word("requirements"),
                                List.of(Canary.word("keywords")),
                                List.of(),
                                List.of(Canary.word("cited")),
                                Map.of())),
                true,
                List.of());
    }

    /** All that pages, lists, API, sitemap and search are made of. */
    private String everythingPublic() {
        return portal.ask(em -> {
            var service = new ProcedureService(em, portal.clock());
            var repository = new ProcedureRepository(em);
            var source = new ProcedureSearchSource().over(em);
            var found = new ArrayList<String>();
            source.each(document -> found.add(document.toString()));
            source.one(CODE).ifPresent(document -> found.add(document.toString()));
            return String.join(
                            "\n",
                            Json.write(service.get(CODE).toRecord()),
                            Json.write(service.find(List.of(CODE)).getFirst().toRecord()),
                            repository.fields().toString(),
                            repository.agencies().toString(),
                            repository.codes().toString(),
                            repository.publicItems(0, Long.MAX_VALUE).toString(),
                            repository.frequent(10).toString())
                    + String.join("\n", found);
        });
    }

    @Test
    void whatIsNewIsNobodysUntilItIsPublished() {
        var other = "1.000300";
        portal.does("lan", board -> board.draft(other, version(other, "Đổi thẻ đọc", "0 đồng")));
        assertThatThrownBy(() -> portal.<Procedure>service(service -> service.get(other)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> portal.does("mai", board -> board.draft(CODE, version(CODE, "Trùng mã", ""))))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("procedureEdit.error.known");
        assertThat(list(DeskQuery.View.ALL)).containsExactly(1_000_300L, 1_000_200L);
        portal.does("mai", board -> board.publishUrgently(other, 1, "Có hiệu lực hôm nay"));
        assertThat(portal.<Procedure>service(service -> service.get(other)).getTitle())
                .isEqualTo("Đổi thẻ đọc");
        assertThat(list(DeskQuery.View.URGENT)).containsExactly(1_000_300L);
    }

    @Test
    void whatIsTakenBackSaysWhyAndStaysAwayFromImports() throws Exception {
        portal.does("mai", board -> board.withdraw(CODE, "Đang rà soát lại phí.", "Theo công văn"));
        assertThatThrownBy(() -> portal.<Procedure>service(service -> service.get(CODE)))
                .isInstanceOfSatisfying(
                        GoneException.class, gone -> assertThat(gone.notice()).isEqualTo("Đang rà soát lại phí."));
        assertThat(portal.changes()).endsWith("WITHDRAWN " + CODE);
        var id = portal.look(crawled("Cấp thẻ đọc, sửa đổi"));
        assertThat(portal.lines(id, ImportLine.Outcome.REFUSED))
                .extracting(ImportLine::getReason)
                .containsExactly(ImportReport.WITHDRAWN_HERE);

        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "5.000 đồng"), ""));
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        portal.does("mai", board -> board.publish(CODE, 2));
        assertThat(fee()).isEqualTo("5.000 đồng");
    }

    @Test
    void anImportIsPublicAtOnceAndKeepsTheDraft() throws Exception {
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), "giảm phí"));
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        var file = crawled("Cấp thẻ đọc, sửa đổi");
        var id = portal.look(file);
        assertThat(portal.lines(id, ImportLine.Outcome.CHANGED)).singleElement().satisfies(line -> {
            assertThat(line.isDraft()).isTrue();
            assertThat(line.changes()).extracting(PartChange::part).contains("title", "ways");
        });
        assertThat(fee()).as("nothing is done yet").isEqualTo("20.000 đồng");

        var report = portal.apply(id, file);

        assertThat(report.text()).contains(ImportReport.draftKept(CODE));
        assertThat(portal.<Procedure>service(service -> service.get(CODE)).getTitle())
                .isEqualTo("Cấp thẻ đọc, sửa đổi");
        var sheet = portal.<vn.minhbach.editorial.ItemSheet>desk("mai", desk -> desk.open(CODE));
        assertThat(sheet.published()).isEqualTo(3);
        assertThat(sheet.newest()).isEqualTo(4);
        assertThat(sheet.changedBy()).isEqualTo("lan");
        assertThat(sheet.review())
                .as("was approved for another state of things")
                .isEqualTo(ReviewState.SUBMITTED);
        assertThat(portal.<ProcedureVersion>desk("mai", desk -> desk.content(CODE, 4)))
                .isEqualTo(portal.<ProcedureVersion>desk("mai", desk -> desk.content(CODE, 2)));
    }

    @Test
    void whatWasPutRightHereStaysUntilItsSourceSaysSomethingElse() throws Exception {
        var file = crawled("Cấp thẻ đọc");
        portal.apply(portal.look(file), file);
        var published = portal.<Procedure>service(service -> service.get(CODE)).toRecord();
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), ""));
        portal.does("mai", board -> board.publishUrgently(CODE, 2, "Sai phí"));
        assertThat(published)
                .isNotEqualTo(
                        portal.<Procedure>service(service -> service.get(CODE)).toRecord());

        assertThat(portal.apply(portal.look(file), file).unchanged()).isEqualTo(1);
        assertThat(fee()).isEqualTo("10.000 đồng");
    }

    @Test
    void onlyWhatWasLookedAtIsDone() throws Exception {
        var file = crawled("Cấp thẻ đọc, sửa đổi");
        var id = portal.look(file);
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), ""));
        portal.does("mai", board -> board.publishUrgently(CODE, 2, "Sai phí"));

        var report = portal.apply(id, file);

        assertThat(report.text()).contains(ProcedureImportService.CHANGED_SINCE);
        assertThat(portal.preview(id).getStale()).isEqualTo(1);
        assertThat(portal.preview(id).getState()).isEqualTo(ImportPreview.State.DONE);
        assertThat(fee()).isEqualTo("10.000 đồng");
        assertThatThrownBy(() -> portal.apply(id, file)).hasMessage("procedureImport.error.state");
    }

    @Test
    void aFileIsKeptAsLongAsSomebodyMayWantIt(@TempDir Path data) throws Exception {
        var ready = portal.look(crawled("Cấp thẻ đọc, sửa đổi"));
        var brokenOff = portal.beginLook("nua-chung.csv");
        var waiting = Files.createDirectories(data.resolve("uploads/imports"));
        for (var name : List.of(String.valueOf(ready), String.valueOf(brokenOff), "999999", "in1.tmp")) {
            Files.writeString(waiting.resolve(name), "");
        }
        Files.setLastModifiedTime(waiting.resolve("in1.tmp"), FileTime.from(ProceduresOnH2.NOW));
        var desk = portal.importDesk(data);

        desk.tidy();
        assertThat(portal.preview(brokenOff).getState()).isEqualTo(ImportPreview.State.READING);
        assertThat(names(waiting))
                .containsExactlyInAnyOrder(String.valueOf(ready), String.valueOf(brokenOff), "in1.tmp");

        portal.clock().pass(Duration.ofDays(2));
        desk.tidy();
        assertThat(portal.preview(brokenOff).getState()).isEqualTo(ImportPreview.State.FAILED);
        assertThat(portal.preview(brokenOff).getReport()).isEqualTo(ProcedureImportService.BROKEN_OFF);
        assertThat(portal.preview(ready).getState()).isEqualTo(ImportPreview.State.READY);
        assertThat(names(waiting)).containsExactly(String.valueOf(ready));

        portal.clock().pass(Duration.ofDays(100));
        desk.tidy();
        assertThat(names(waiting)).isEmpty();
        assertThatThrownBy(() -> portal.preview(ready)).isInstanceOf(NotFoundException.class);
        assertThat(portal.lines(ready, ImportLine.Outcome.CHANGED)).isEmpty();
    }

    private static List<String> names(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whatIsWrittenIntoAFileIsUnchangedWhenItIsLookedAt() throws Exception {
        portal.imported(record("1.000300", "=cmd|' /C calc'!A0", "'20"), new SourceText(Map.of("code", "1.000300")));
        for (var form : List.of("csv", "json", "xlsx")) {
            var file = folder.resolve("xuat." + form);
            var codes = portal.<List<String>>desk("lan", desk -> desk.codes(ProcedureQuery.ALL, WHOLE));
            var export = new ProcedureExport(
                    codes, some -> portal.<List<ProcedureRecord>>desk("lan", desk -> desk.records(some)));
            try (var out = Files.newOutputStream(file)) {
                switch (form) {
                    case "csv" -> export.csv(out);
                    case "json" -> export.json(out);
                    default -> export.xlsx(out);
                }
            }
            var preview = portal.preview(portal.look(file));
            assertThat(preview.getUnchanged()).as(form).isEqualTo(2);
            assertThat(preview.getAdded() + preview.getChanged() + preview.getRefused())
                    .as(form)
                    .isZero();
        }
    }

    @Test
    void listsAreFilteredOrderedAndTellWhatWaits() {
        portal.imported(record("1.000300", "Đổi thẻ đọc", "0 đồng"), new SourceText(Map.of("code", "1.000300")));
        assertThat(numbers("doi the", "")).containsExactly(1_000_300L);
        assertThat(numbers("1.0002", "")).containsExactly(1_000_200L);
        assertThat(numbers("", ProcedureDeskService.BY_TITLE)).containsExactly(1_000_200L, 1_000_300L);
        assertThat(portal.<List<Long>>desk(
                        "lan",
                        desk -> desk.numbers(
                                new ProcedureQuery(DeskQuery.View.ALL, "thu-vien", "UBND tỉnh An Hải", "ABOLISHED"),
                                WHOLE)))
                .isEmpty();
        assertThat(list(DeskQuery.View.WAITING)).isEmpty();
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), ""));
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        assertThat(list(DeskQuery.View.WAITING)).containsExactly(1_000_200L);
        assertThat(portal.<List<ProcedureRow>>desk("mai", desk -> desk.rows(List.of(1_000_200L, 1_000_300L))))
                .extracting(ProcedureRow::review)
                .containsExactly(ReviewState.SUBMITTED, ReviewState.SETTLED);
    }

    @Test
    void whatIsTypedIsKeptForWhoTypesItAndNobodyElse() {
        var form = new ProcedureForm(version(CODE, "Cấp thẻ đọc", "20.000 đồng"), List.of());
        form.change("ways:add");
        form.set("ways:1:time", "nhiều | ngày");
        form.set("cases:0:papers:2:copies", "chưa biết");
        form.change("steps:remove:0");
        assertThat(hasUnsaved("lan")).isFalse();
        portal.<Object>desk("lan", desk -> desk.keepUnsaved("1000200", 1, form.title(), form.written()));
        assertThat(hasUnsaved("lan")).isTrue();
        assertThat(hasUnsaved("mai")).isFalse();

        var kept =
                portal.<java.util.Optional<ProcedureDeskService.Unsaved>>desk("lan", desk -> desk.unsaved("1000200"));
        var again = new ProcedureForm(version(CODE, "Cấp thẻ đọc", "20.000 đồng"), List.of());
        again.read(kept.orElseThrow().content());

        assertThat(again.says(form)).isTrue();
        assertThat(again.getSteps()).isEmpty();
        assertThat(portal.<java.util.Optional<ProcedureDeskService.Unsaved>>desk(
                        "mai", desk -> desk.unsaved("1000200")))
                .isEmpty();
        assertThatThrownBy(form::version).hasMessage("procedureEdit.error.choice");
    }

    @Test
    void aFormSaysWhatItsVersionSays() {
        var version = version(CODE, "Cấp thẻ đọc", "20.000 đồng");
        var form = new ProcedureForm(version, List.of());
        assertThat(form.version()).isEqualTo(version);
        form.change("cases:add");
        form.change("papers:add:0");
        form.change("ways:add");
        assertThat(form.version()).as("rows that say nothing are none").isEqualTo(version);
        form.change("cases:remove:7");
        form.change("papers:up:9:9");
        form.change("title:remove:0");
        form.change("");
        assertThat(form.version()).isEqualTo(version);
        form.set("steps:1:text", "Nhận thẻ.");
        form.change("steps:up:1");
        assertThat(form.version().procedure().content().steps())
                .extracting(Step::text)
                .containsExactly("Nhận thẻ.", "Nộp tại quầy.");
    }

    @Test
    void aProcedureThatNobodyHasEditedCanBeEditedAndWithdrawn() {
        var sheet = portal.<vn.minhbach.editorial.ItemSheet>desk("mai", desk -> desk.open(CODE));
        assertThat(sheet.state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(sheet.open())
                .contains(Deed.REVISE, Deed.WITHDRAW, Deed.PLAN)
                .doesNotContain(Deed.ARCHIVE, Deed.READDRESS);
        assertThat(sheet.newest()).isEqualTo(1);
    }

    /** Nobody has edited it, and yet somebody is to look at it again; what an import makes of it meanwhile changes nothing of that. */
    @Test
    void onTheDayOfItsReviewTheBoardIsRemindedOnce() throws Exception {
        var day = LocalDate.of(2026, 6, 20);
        portal.does("mai", board -> board.plan(CODE, day));
        assertThat(portal.<ItemSheet>desk("mai", desk -> desk.open(CODE)).reviewOn())
                .isEqualTo(day);
        assertThat(list(DeskQuery.View.DUE)).isEmpty();
        assertThat(due()).isZero();
        portal.does("", ProcedureBoardService::remind);
        assertThat(told()).isEmpty();
        var file = crawled("Cấp thẻ đọc, sửa đổi");
        portal.apply(portal.look(file), file);

        portal.clock().pass(Duration.ofDays(20));
        portal.does("", ProcedureBoardService::remind);
        portal.does("", ProcedureBoardService::remind);
        assertThat(told()).containsExactly("Cấp thẻ đọc, sửa đổi");
        assertThat(list(DeskQuery.View.DUE)).containsExactly(1_000_200L);
        assertThat(due()).isEqualTo(1);

        portal.does("mai", board -> board.plan(CODE, null));
        assertThat(list(DeskQuery.View.DUE)).isEmpty();
        assertThat(portal.changes()).as("the public sees nothing of it").doesNotContain("TOUCHED " + CODE);
    }

    @Test
    void theMorningsRemindersAreThoseOfProceduresToo() {
        var reminded = new ArrayList<String>();
        var kind = new ProcedureKind();
        kind.board = new ProcedureBoardService() {
            @Override
            public void remind() {
                reminded.add("thu-tuc");
            }
        };
        kind.daily();
        assertThat(reminded).containsExactly("thu-tuc");
    }

    private long due() {
        return portal.<Long>desk("mai", desk -> desk.count(DeskQuery.View.DUE));
    }

    private List<String> told() {
        return portal.ask(em -> Told.of(em, "mai", ProcedureService.KIND, Deed.Right.PUBLISH, ""));
    }

    /** Which version was public on a day, of one that nobody has edited, that was corrected, and that was taken back. */
    @Test
    void itIsToldWhichVersionWasPublicOnADay() {
        var imported = LocalDate.of(2026, 6, 1);
        assertThat(publicOn(imported)).containsExactly(1);
        assertThat(publicOn(imported.plusDays(40))).containsExactly(1);
        assertThat(publicOn(imported.minusDays(1))).isEmpty();
        assertThat(knownSince()).as("before that the portal kept nothing").isEqualTo(ProceduresOnH2.NOW);

        portal.clock().pass(Duration.ofDays(3));
        portal.does("lan", board -> board.revise(CODE, 1, version(CODE, "Cấp thẻ đọc", "10.000 đồng"), ""));
        portal.clock().pass(Duration.ofDays(2));
        portal.does("lan", board -> board.submit(CODE, 2, ""));
        portal.does("mai", board -> board.approve(CODE, 2, ""));
        portal.does("mai", board -> board.correct(CODE, 2, "Phí là 10.000 đồng."));
        portal.clock().pass(Duration.ofDays(2));
        portal.does("mai", board -> board.withdraw(CODE, "Đang rà soát.", "Theo công văn"));

        assertThat(publicOn(imported.plusDays(4)))
                .as("a draft was public to nobody")
                .containsExactly(1);
        assertThat(publicOn(imported.plusDays(5))).containsExactly(1, 2);
        assertThat(publicOn(imported.plusDays(6))).containsExactly(2);
        assertThat(publicOn(imported.plusDays(8))).isEmpty();
        assertThat(knownSince()).isEqualTo(ProceduresOnH2.NOW);

        portal.does("lan", board -> board.draft("1.000300", version("1.000300", "Đổi thẻ đọc", "0 đồng")));
        assertThat(portal.<ItemSheet>desk("mai", desk -> desk.open("1.000300")).takenOverAt())
                .as("began here: before it there was nothing")
                .isNull();
    }

    private List<Integer> publicOn(LocalDate day) {
        return portal.<ItemSheet>desk("mai", desk -> desk.open(CODE)).publicOn(day);
    }

    private Instant knownSince() {
        return Objects.requireNonNull(
                portal.<ItemSheet>desk("mai", desk -> desk.open(CODE)).takenOverAt());
    }

    private Path crawled(String title) throws Exception {
        return Files.writeString(
                folder.resolve("nguon-" + System.nanoTime() + ".jsonl"),
                "{\"code\":\"" + CODE + "\",\"title\":\"" + title
                        + "\",\"methods\":\"Trực tuyến\\n5 Ngày làm việc\\nMiễn phí\\nNộp qua cổng.\"}\n");
    }

    private List<Long> list(DeskQuery.View view) {
        return portal.desk("mai", desk -> desk.numbers(new ProcedureQuery(view, "", "", ""), WHOLE));
    }

    private List<Long> numbers(String filter, String sort) {
        return portal.desk("mai", desk -> desk.numbers(ProcedureQuery.ALL, new ListState(filter, sort, false, 1)));
    }

    private String fee() {
        return portal.<Procedure>service(service -> service.get(CODE))
                .getContent()
                .ways()
                .getFirst()
                .fee();
    }
}
