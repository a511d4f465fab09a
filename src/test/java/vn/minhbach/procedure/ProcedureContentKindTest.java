package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.web.PublicItem;

/** What those are told of procedures who go over everything public. */
class ProcedureContentKindTest {

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
                var kind = new ProcedureContentKind();
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

    private static Procedure procedure(String code, ProcedureStatus status, Instant now) {
        return new Procedure(
                new ProcedureRecord(
                        code,
                        "Thủ tục",
                        "UBND tỉnh",
                        "12/QĐ-UBND",
                        List.of(GovernmentLevel.PROVINCE),
                        "",
                        "Thư viện",
                        ServiceLevel.FULL,
                        status,
                        null,
                        null,
                        "",
                        ProcedureContent.EMPTY),
                now);
    }
}
