package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.desk.ListState;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.RuleBrokenException;

/** Procedures before the board in the server: transactions, permissions, change log and index are real. */
@ArquillianTest
class ProcedureDeskIT {

    private static final ListState WHOLE = new ListState("", "", false, 1);

    @Inject
    ProcedureService procedures;

    @Inject
    ProcedureBoardService board;

    @Inject
    ProcedureDeskService desk;

    @Inject
    ProcedureImportService imports;

    @Inject
    ImportDesk importDesk;

    @Inject
    SearchService search;

    @Inject
    IndexWatch index;

    private static Actor person(String name, Permission... permissions) {
        return new Actor(
                name,
                Set.copyOf(java.util.Arrays.stream(permissions)
                        .map(permission -> new Actor.Grant(permission, ""))
                        .toList()));
    }

    private static Actor writer() {
        return person("lan", Permission.ENTER_OFFICE, Permission.WRITE_PROCEDURES);
    }

    private static Actor publisher() {
        return person(
                "mai",
                Permission.ENTER_OFFICE,
                Permission.WRITE_PROCEDURES,
                Permission.REVIEW_PROCEDURES,
                Permission.PUBLISH_PROCEDURES,
                Permission.KEEP_PROCEDURES);
    }

    @Test
    void aDraftIsFoundByNobodyUntilItIsPublishedAndIsGoneWhenItIsTakenBack() throws Exception {
        var code = "9.100001";
        var first = version(code, "Cấp phép thả diều dạ quang", "10.000 đồng");
        as(writer(), () -> board.draft(code, first));
        as(writer(), () -> board.submit(code, 1, ""));
        assertThrows(RefusedException.class, () -> as(writer(), () -> board.approve(code, 1, "")));
        index.awaitIndex();
        assertFalse(finds("thả diều dạ quang", code));
        as(publisher(), () -> board.approve(code, 1, ""));
        as(publisher(), () -> board.publish(code, 1));
        index.awaitIndex();
        assertTrue(finds("thả diều dạ quang", code));

        as(publisher(), () -> board.withdraw(code, "Đang rà soát.", "Theo công văn"));
        index.awaitIndex();
        assertFalse(finds("thả diều dạ quang", code));
        assertEquals(
                "Đang rà soát.",
                assertThrows(GoneException.class, () -> procedures.get(code)).notice());
    }

    @Test
    void theSampleIsListedExportedAndReadBackUnchanged() throws Exception {
        index.awaitIndex();
        var codes = desk.codes(ProcedureQuery.ALL, WHOLE);
        assertEquals(procedures.total(), codes.size());
        for (var form : List.of("csv", "json", "xlsx")) {
            var file = new ByteArrayOutputStream();
            var export = new ProcedureExport(codes, desk::records);
            switch (form) {
                case "csv" -> export.csv(file);
                case "json" -> export.json(file);
                default -> export.xlsx(file);
            }
            long[] id = new long[1];
            as(publisher(), () -> {
                try {
                    id[0] = importDesk.bring("xuat." + form, new ByteArrayInputStream(file.toByteArray()));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var preview = imports.get(id[0]);
            assertEquals(ImportPreview.State.READY, preview.getState(), form + " " + preview.getReport());
            assertEquals(codes.size(), preview.getUnchanged(), form);
            assertEquals(0, preview.getAdded() + preview.getChanged() + preview.getRefused(), form);
            as(publisher(), () -> importDesk.discard(id[0]));
        }
    }

    @Test
    void whatWasLookedAtIsDoneOnce() throws Exception {
        var line =
                "{\"code\":\"9.100002\",\"title\":\"Đăng ký thuyền thúng phát sáng\",\"field\":\"Thể thao\"}\n{ hỏng\n";
        long[] id = new long[1];
        as(publisher(), () -> {
            try {
                id[0] = importDesk.bring("mới.jsonl", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertFalse(procedures.isKnown("9.100002"));
        assertEquals(1, imports.get(id[0]).getAdded());
        assertEquals(1, imports.get(id[0]).getRefused());
        assertThrows(RefusedException.class, () -> as(writer(), () -> importDesk.apply(id[0])));
        as(publisher(), () -> importDesk.apply(id[0]));
        assertTrue(procedures.isKnown("9.100002"));
        assertEquals(ImportPreview.State.DONE, imports.get(id[0]).getState());
        assertThrows(RuleBrokenException.class, () -> as(publisher(), () -> importDesk.apply(id[0])));
    }

    private static void as(Actor actor, Runnable deed) {
        Acting.as(actor, () -> {
            deed.run();
            return true;
        });
    }

    private boolean finds(String query, String code) {
        return search
                .search(new SearchRequest(
                        query,
                        List.of(ProcedureService.KIND),
                        Map.of(),
                        List.of(),
                        SearchRequest.Order.RELEVANCE,
                        0,
                        20,
                        true))
                .hits()
                .stream()
                .anyMatch(hit -> hit.id().equals(code));
    }

    private static ProcedureVersion version(String code, String title, String fee) {
        return new ProcedureVersion(
                new ProcedureRecord(
                        code,
                        title,
                        "UBND tỉnh An Hải",
                        "",
                        List.of(GovernmentLevel.PROVINCE),
                        "",
                        "Thả diều",
                        ServiceLevel.ONLINE,
                        ProcedureStatus.PUBLIC,
                        null,
                        null,
                        "",
                        new ProcedureContent(
                                "",
                                List.of(),
                                List.of(new Way(Channel.ONLINE, "3 ngày làm việc", fee, "")),
                                List.of(),
                                List.of(),
                                Agencies.NONE,
                                List.of(),
                                List.of(),
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of())),
                false,
                List.of());
    }
}
