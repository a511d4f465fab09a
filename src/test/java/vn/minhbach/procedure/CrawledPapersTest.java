package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.Effort;

class CrawledPapersTest {

    private static final String HEADING = "Tên giấy tờ\nMẫu đơn, tờ khai\nSố lượng\n";

    @Test
    void aRowEndsWithTheNumberOfOriginalsAndCopies() {
        assertEquals(
                List.of(paper("Phiếu mượn sách", "", 1, 0), paper("Bản sao thẻ", "", 0, 2)),
                parse("Phiếu mượn sách\n1 bản chính\nBản sao thẻ\n0 bản chính,2 bản sao"));
    }

    @Test
    void rowsStuckToEachOtherAreSplit() {
        assertEquals(
                List.of(
                        paper("- Phiếu mượn.", "", 1, 0),
                        paper("- Thẻ;", "", 0, 1),
                        paper("b) Ảnh chân dung", "", 2, 0)),
                parse("- Phiếu mượn.1 bản chính- Thẻ;0 bản chính,1 bản saob) Ảnh chân dung\n2 bản chính"));
    }

    @Test
    void originalsMentionedWithinANameDoNotEndTheRow() {
        assertEquals(
                List.of(paper("Hợp đồng (01 bản chính) và 01 bản chính phụ lục", "", 1, 0)),
                parse("Hợp đồng (01 bản chính) và 01 bản chính phụ lục\n1 bản chính"));
        assertEquals(List.of(paper("Danh mục: 01 bản chính", "", 1, 0)), parse("Danh mục: 01 bản chính\n1 bản chính"));
    }

    @Test
    void ofANumberStuckToAFigureOnlyTheLastDigitCounts() {
        assertEquals(
                List.of(paper("Đơn theo mẫu ngày 02/3/2031", "", 1, 0), paper("Kế hoạch năm 2032", "", 0, 1)),
                parse("Đơn theo mẫu ngày 02/3/20311 bản chính\nKế hoạch năm 20320 bản chính,1 bản sao"));
        assertEquals(List.of(paper("Ảnh.", "", 10, 0)), parse("Ảnh.10 bản chính"));
    }

    @Test
    void theFileOfTheFormIsSplitFromTheName() {
        assertEquals(
                List.of(paper("Đơn xin cấp thẻ", "Mẫu 01.docx", 1, 0)),
                parse("Đơn xin cấp thẻ\nMẫu 01.docx\n1 bản chính"));
        assertEquals(
                List.of(paper("Đơn theo phụ lục của quy chế.", "PL 2 (1).pdf", 1, 0)),
                parse("Đơn theo phụ lục của quy chế.PL 2 (1).pdf\n1 bản chính"));
        assertEquals(
                List.of(paper("Đơn theo Quyết định số 5/QĐ-TV", "MẪU ĐƠN.docx", 1, 0)),
                parse("Đơn theo Quyết định số 5/QĐ-TVMẪU ĐƠN.docx\n1 bản chính"));
        assertEquals(
                List.of(paper("Lý lịch theo quy định", "tờ khai.doc", 1, 0)),
                parse("Lý lịch theo quy địnhtờ khai.doc\n1 bản chính"));
    }

    @Test
    void guessedLineBreaksWithinAFileNameAreUndone() {
        assertEquals(
                List.of(paper("Bản kê sách.", "Mau05-PhulucII.docx", 1, 0)),
                parse("Bản kê sách.Mau\n05-Phuluc\nII.docx\n1 bản chính"));
    }

    @Test
    void severalFilesOfOnePaperAreKept() {
        assertEquals(
                List.of(paper("Hồ sơ bạn đọc", "Mẫu 1.docx; Mẫu 2.docx", 1, 1)),
                parse("Hồ sơ bạn đọc\nMẫu 1.docx\nMẫu 2.docx\n1 bản chính,1 bản sao"));
    }

    @Test
    void aCaseHasItsLabelAndItsPapers() {
        var text = "Trường hợp cấp mới:" + HEADING + "Đơn\n1 bản chính\nTrường hợp cấp lại\n" + HEADING
                + "Đơn xin cấp lại.1 bản chính--" + HEADING + "Ảnh\n2 bản chính";

        assertEquals(
                Optional.of(List.of(
                        new PaperCase("Trường hợp cấp mới:", List.of(paper("Đơn", "", 1, 0))),
                        new PaperCase("Trường hợp cấp lại", List.of(paper("Đơn xin cấp lại.", "", 1, 0))),
                        new PaperCase("", List.of(paper("Ảnh", "", 2, 0))))),
                CrawledPapers.parse(text));
    }

    @Test
    void aTableWithoutRowsHasNoPapers() {
        assertEquals(Optional.of(List.of()), CrawledPapers.parse("--"));
    }

    @Test
    void aRowWithoutNumberIsLeftAlone() {
        assertTrue(CrawledPapers.parse("--" + HEADING + "Đơn\n1 bản chính\nThẻ bạn đọc")
                .isEmpty());
        assertTrue(CrawledPapers.parse("--" + HEADING + "Đơn xin cấp thẻ\nẢnh chân dung\n1 bản chính")
                .isEmpty());
        assertTrue(CrawledPapers.parse(
                        "--" + HEADING + "Đơn\n1 bản chính\nThẻ\nMẫu 1.doc\nKhác" + HEADING + "A1 bản chính")
                .isEmpty());
        assertTrue(CrawledPapers.parse("Bạn đọc mang theo thẻ.").isEmpty());
    }

    @Test
    void aFileWithoutClearBeginningIsLeftAlone() {
        assertTrue(CrawledPapers.parse("--" + HEADING + "Báo cáo kết quảkequa.pdf\n1 bản chính")
                .isEmpty());
    }

    @Test
    void aHostileTextIsReadInLinearSteps() {
        Effort.assertGrowsWithTheInput(
                2_000,
                size -> assertTrue(CrawledPapers.parse("--" + HEADING + "(1 bản chính ".repeat(size))
                        .isEmpty()));
        Effort.assertGrowsWithTheInput(
                10_000,
                size -> assertTrue(CrawledPapers.parse("--" + HEADING + "a.".repeat(size) + ".doc")
                        .isEmpty()));
        Effort.assertGrowsWithTheInput(
                2_000,
                size -> assertEquals(size, parse("Đơn.1 bản chính".repeat(size)).size()));
    }

    private static Paper paper(String name, String form, int originals, int copies) {
        return new Paper(name, form, "", originals, copies);
    }

    private static List<Paper> parse(String rows) {
        var cases = CrawledPapers.parse("--" + HEADING + rows).orElseThrow();
        assertEquals(1, cases.size());
        assertEquals("", cases.getFirst().label());
        return cases.getFirst().papers();
    }
}
