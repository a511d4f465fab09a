package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Proof;

/** All that readers are shown is printed to be checked: each channel, each case, and what of it is the board's own word. */
class ProcedureProofTest {

    private static final String WAYS = "Hình thức nộp\nThời gian\nPhí, lệ phí\nMô tả\nTrực tuyến\n1 Ngày\n135 VNĐ\n"
            + "Trực tiếp\n2 Ngày\n135 VNĐ";
    private static final String PAPERS = "Tên giấy tờ\nMẫu đơn, tờ khai\nSố lượng\n";

    private static final SourceText SOURCE = new SourceText(Map.of(
            "code",
            "1.000001",
            "title",
            "Cấp thẻ",
            "methods",
            WAYS,
            "documents",
            "Trường hợp cấp mới\n" + PAPERS + "Đơn\n1 bản chính\nTrường hợp cấp lại\n" + PAPERS
                    + "Thẻ cũ\n1 bản chính"));

    private final ProcedureProof proof = new ProcedureProof(new Proof());

    private static Procedure imported() throws ImportException {
        var row = new ImportRow(1, SOURCE.parts(), Map.of());
        return new Procedure(row.procedure(new ImportReport()), Instant.EPOCH);
    }

    @Test
    void everyChannelAndEveryCaseIsPrinted() throws ImportException {
        var printed = proof.print(imported(), SOURCE);

        assertThat(printed.pages()).hasSize(2).doesNotHaveDuplicates();
        assertThat(printed.sheets()).hasSize(2).first().asString().contains("Trường hợp cấp mới");
        assertThat(printed.own()).isEmpty();
    }

    @Test
    void whatTheBoardHasPutRightIsItsOwnWordPartByPart() throws ImportException {
        var procedure = imported();
        var parts = new LinkedHashMap<>(ProcedureParts.of(procedure.toRecord()));
        parts.computeIfPresent(ProcedureParts.WAYS, (name, ways) -> ways.replace("135 VNĐ", "135.000 đồng"));
        procedure.show(new ProcedureVersion(ProcedureParts.record(parts), false, List.of()), List.of(), Instant.EPOCH);

        assertThat(proof.print(procedure, SOURCE).own()).containsExactly("methods");
    }
}
