package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Proof;

/** The sheet of one case says what the page of its procedure says, in the same words. */
class CasePageTest {

    private static final Proof PROOF = new Proof();

    @Test
    void theDecisionIsSpelledAsOnThePageOfTheProcedure() {
        assertThat(sheet(ProcedureStatus.PUBLIC, ""))
                .contains("Quyết định công bố số 1486/QĐ-UBND")
                .doesNotContain("số Quyết định số");
    }

    @Test
    void officesThatAreGoneAreNotLeftWithoutAWord() {
        assertThat(sheet(ProcedureStatus.PUBLIC, "Nộp tại Phòng Tư pháp"))
                .contains("id=\"co-quan-cu\"", "Ủy ban nhân dân cấp xã");
        assertThat(sheet(ProcedureStatus.PUBLIC, "Nộp tại xã")).doesNotContain("id=\"co-quan-cu\"");
        assertThat(sheet(ProcedureStatus.ABOLISHED, "Nộp tại Phòng Tư pháp")).doesNotContain("id=\"co-quan-cu\"");
    }

    private static String sheet(ProcedureStatus status, String note) {
        var content = SummaryTest.content(
                List.of(new Way(Channel.IN_PERSON, "3 Ngày", "Miễn phí", note)),
                List.of(table("Trường hợp cấp lần đầu", "Ảnh"), table("Trường hợp cấp lại", "Thẻ cũ")),
                Agencies.NONE);
        var record = new ProcedureRecord(
                "1.000001",
                "Cấp thẻ",
                "",
                "Quyết định số 1486 /QĐ-UBND",
                List.of(),
                "",
                "",
                ServiceLevel.UNSTATED,
                status,
                null,
                null,
                "",
                content);
        var procedure = new Procedure(record, Instant.EPOCH);
        var first = CaseChoice.of(content.cases()).cases().getFirst();
        return PROOF.print("truong-hop", CasePage.of(procedure, first, PROOF.visit(), PROOF.structured()));
    }

    private static PaperCase table(String label, String paper) {
        return new PaperCase(label, List.of(new Paper(paper, "", "", 1, 0)));
    }
}
