package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.Effort;

class CrawledResultsTest {

    private static final String FURNITURE =
            "Chọn cơ quan thực hiện\nTỉnh/ Thành phố\nBộ ngành-- Chọn Bộ ngành --Nộp hồ sơ";

    @Test
    void resultsAreSplitAtTheirCodes() {
        assertEquals(
                List.of("Thẻ bạn đọc", "Văn bản từ chối.", "Giấy mời"),
                CrawledResults.parse("Thẻ bạn đọc\nMã: KQ.G19.000001Văn bản từ chối.Mã: KQ.H01.000002"
                                + "- Giấy mời\nMã: Chưa xác định")
                        .results());
    }

    @Test
    void thePageFurnitureIsDropped() {
        assertEquals(
                new CrawledResults(List.of("Thẻ bạn đọc"), List.of(), ""),
                CrawledResults.parse(
                        "Thẻ bạn đọc\nMã: KQ.G19.000001Từ khóa\nKhông có thông tin\nMô tả\nKhông có thông tin\n"
                                + FURNITURE));
    }

    @Test
    void keywordsAndDescriptionAreKept() {
        assertEquals(
                new CrawledResults(List.of("Thẻ"), List.of("Mượn sách, đọc sách"), "Thẻ dùng một năm.\nKhông gia hạn."),
                CrawledResults.parse("Thẻ\nMã: KQ.G19.000001Từ khóa\nMượn sách, đọc sách\nMô tả\nThẻ dùng một năm.\n"
                        + "Không gia hạn." + FURNITURE));
    }

    @Test
    void aTextWithoutCodeIsOneResult() {
        assertEquals(
                List.of("Thẻ bạn đọc;\nhoặc giấy mời"),
                CrawledResults.parse("Thẻ bạn đọc;\nhoặc giấy mời").results());
        assertEquals(List.of(), CrawledResults.parse("").results());
    }

    @Test
    void aNameOfAnAudienceMayHoldCommas() {
        assertEquals(
                List.of(
                        "Cán bộ, công chức, viên chức",
                        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
                        "Công dân Việt Nam"),
                CrawledAudience.audiences(
                        "Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Công dân"
                                + " Việt Nam, Công dân Việt Nam"));
        assertEquals(List.of(), CrawledAudience.audiences("Không có thông tin"));
    }

    @Test
    void levelsAreRecognisedHoweverTheyAreWritten() {
        assertEquals(
                EnumSet.of(GovernmentLevel.MINISTRY, GovernmentLevel.COMMUNE, GovernmentLevel.OTHER),
                CrawledAudience.levels("Cấp Bộ, Cấp huyện,Cấp xã, Cơ quan khác"));
        assertEquals(EnumSet.of(GovernmentLevel.PROVINCE), CrawledAudience.levels("cấp tỉnh"));
        assertEquals(EnumSet.noneOf(GovernmentLevel.class), CrawledAudience.levels(""));
    }

    @Test
    void aHostileTextIsReadInLinearSteps() {
        Effort.assertGrowsWithTheInput(
                1_500,
                size -> assertEquals(
                        1,
                        CrawledResults.parse("Thẻ\nMã: KQ.G19.000001".repeat(size))
                                .results()
                                .size()));
        Effort.assertGrowsWithTheInput(
                6_000,
                size -> assertEquals(
                        1, CrawledResults.parse("Mã: ".repeat(size)).results().size()));
        Effort.assertGrowsWithTheInput(
                10_000, size -> assertEquals(List.of(), CrawledAudience.audiences("(,".repeat(size))));
    }
}
