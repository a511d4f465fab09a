package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.account.SubjectNames.Named;
import vn.minhbach.account.SubjectNames.Told;

/** The audit calls procedures by their titles: as the board has them, else as they were imported. */
class ProcedureNamesTest {

    private final ProceduresOnH2 portal = new ProceduresOnH2();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theTitleIsThatOfTheNewestVersion() {
        var source = new SourceText(Map.of("code", "x"));
        portal.imported(ProceduresOnH2.record("1.000200", "Cấp thẻ đọc", "20.000 đồng"), source);
        portal.imported(ProceduresOnH2.record("1.000300", "Cấp lại thẻ đọc", "20.000 đồng"), source);
        portal.does(
                "lan",
                board -> board.revise(
                        "1.000200", 1, ProceduresOnH2.version("1.000200", "Cấp thẻ bạn đọc", "10.000 đồng"), ""));
        var revise = new Told("ProcedureBoardService.revise", "1.000200");
        var share = new Told("ProcedurePreviewService.share", "1.000300 · 3");
        var gone = new Told("ProcedureBoardService.submit", "1.999999 · 1");
        var file = new Told("ProcedureService.beginImport", "thủ tục.jsonl");

        var names = portal.board("lan", board -> {
            var made = new ProcedureNames();
            made.procedures = board.procedures;
            made.items = board.items;
            return made.names(List.of(revise, share, gone, file));
        });

        assertThat(names)
                .containsOnly(
                        Map.entry(revise, new Named("Cấp thẻ bạn đọc", ProcedureEditPage.path("1.000200"))),
                        Map.entry(share, new Named("Cấp lại thẻ đọc", ProcedureEditPage.path("1.000300"))));
    }
}
