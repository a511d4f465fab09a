package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.web.PublicItem;

/** What those are told of procedures who go over everything public. */
class ProcedureSearchSourceTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void abolishedProceduresAreNotTold() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> {
                var procedures = new ProcedureRepository(em);
                procedures.add(procedure("1.000001", ProcedureStatus.PUBLIC, MONDAY));
                procedures.add(procedure("1.000002", ProcedureStatus.ABOLISHED, TUESDAY));
                procedures.add(procedure("1.000003", ProcedureStatus.AMENDED, MONDAY));
            });

            database.inTransaction(em -> {
                var kind = new ProcedureSearchSource();
                kind.procedures = new ProcedureRepository(em);
                var last = kind.lastKey();

                assertThat(kind.items(0, last))
                        .containsExactly(new PublicItem("1.000001", MONDAY), new PublicItem("1.000003", MONDAY));
                assertThat(kind.changed(0, last)).hasValue(MONDAY);
                assertThat(kind.items(last, last + 1_000)).isEmpty();
                assertThat(kind.path("1.000001"))
                        .isEqualTo(
                                kind.procedures.byCode("1.000001").orElseThrow().getPath());
            });
        }
    }

    @Test
    void whatAnybodyMayDoAtTheirCommuneIsNear() {
        assertThat(nearness(
                        List.of(GovernmentLevel.COMMUNE, GovernmentLevel.MINISTRY),
                        "Công dân Việt Nam",
                        "Doanh nghiệp"))
                .isEqualTo(1);
        assertThat(nearness(List.of(GovernmentLevel.OTHER), "Công dân Việt Nam"))
                .isEqualTo(1);
        assertThat(nearness(List.of())).isEqualTo(SearchDocument.NEITHER);
        assertThat(nearness(List.of(GovernmentLevel.PROVINCE), "Công dân Việt Nam"))
                .isCloseTo(.67f, within(.01f));
        assertThat(nearness(List.of(GovernmentLevel.MINISTRY), "Công dân Việt Nam"))
                .isCloseTo(.33f, within(.01f));
        assertThat(nearness(List.of(GovernmentLevel.MINISTRY), "Doanh nghiệp")).isEqualTo(0);
    }

    private static float nearness(List<GovernmentLevel> levels, String... audiences) {
        var content = new ProcedureContent(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(audiences),
                Agencies.NONE,
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                Map.of());
        return ProcedureFile.document(procedure("1.000001", ProcedureStatus.PUBLIC, MONDAY, levels, content))
                .nearness();
    }

    private static Procedure procedure(String code, ProcedureStatus status, Instant now) {
        return procedure(code, status, now, List.of(GovernmentLevel.PROVINCE), ProcedureContent.EMPTY);
    }

    private static Procedure procedure(
            String code, ProcedureStatus status, Instant now, List<GovernmentLevel> levels, ProcedureContent content) {
        return new Procedure(
                new ProcedureRecord(
                        code,
                        "Thủ tục",
                        "UBND tỉnh",
                        "12/QĐ-UBND",
                        levels,
                        "",
                        "Thư viện",
                        ServiceLevel.FULL,
                        status,
                        null,
                        null,
                        "",
                        content),
                now);
    }
}
