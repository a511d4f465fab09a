package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.Effort;

class CrawledWaysTest {

    private static final String HEADING = "Hình thức nộp\nThời gian\nPhí, lệ phí\nMô tả\n";

    @Test
    void aRowHasChannelTimeFeeAndRemark() {
        assertEquals(
                List.of(new Way(Channel.ONLINE, "3 Ngày làm việc", "Miễn phí", "Gửi qua trang của thư viện.")),
                parse("Trực tuyến\n3 Ngày làm việc\nMiễn phí\nGửi qua trang của thư viện."));
    }

    @Test
    void aRowStuckToTheRemarkBeforeItIsARowOfItsOwn() {
        assertEquals(
                List.of(
                        new Way(Channel.IN_PERSON, "2 Giờ", "Miễn phí", "Nộp tại quầy số 1."),
                        new Way(Channel.POST, "5 Ngày", "20,000 VNĐ", "")),
                parse("Trực tiếp\n2 Giờ\nMiễn phí\nNộp tại quầy số 1.Dịch vụ bưu chính\n5 Ngày\n20,000 VNĐ"));
    }

    @Test
    void aRemarkStuckToTheFeeIsSplitOff() {
        assertEquals(
                List.of(new Way(Channel.ONLINE, "9 Ngày", "50,000 Việt Nam Đồng", "kể từ ngày nhận phiếu.")),
                parse("Trực tuyến\n9 Ngày\n50,000 Việt Nam Đồngkể từ ngày nhận phiếu."));
    }

    @Test
    void theWordsInBracketsBelongToTheFee() {
        assertEquals(
                List.of(new Way(
                        Channel.ONLINE,
                        "4 Ngày",
                        "Miễn phí (a) Thẻ mới: 5.000 đồng; b) Thẻ (lại): 2.000 đồng)",
                        "- Ghi chú")),
                parse("Trực tuyến\n4 Ngày\nMiễn phí(a) Thẻ mới: 5.000 đồng; b) Thẻ (lại): 2.000 đồng)- Ghi chú"));
    }

    @Test
    void aBracketLeftOpenWithinTheFeeDoesNotSwallowTheRemark() {
        assertEquals(
                List.of(new Way(Channel.POST, "4 Ngày", "7,000 VNĐ (Thẻ (trừ trẻ em)", "Gửi về thư viện")),
                parse("Dịch vụ bưu chính\n4 Ngày\n7,000 VNĐ(Thẻ (trừ trẻ em)\nGửi về thư viện"));
    }

    @Test
    void aRemarkThatBeginsWithAListMarkIsNoPartOfTheFee() {
        assertEquals(
                List.of(new Way(Channel.IN_PERSON, "6 Ngày", "Miễn phí", "(1) Người lớn")),
                parse("Trực tiếp\n6 Ngày\nMiễn phí(1) Người lớn"));
        assertEquals(
                List.of(new Way(Channel.IN_PERSON, "6 Ngày", "", "(xem bảng)")),
                parse("Trực tiếp\n6 Ngày\nKhông có thông tin(xem bảng)"));
    }

    @Test
    void aTimeLimitWithoutUnitIsSplitFromTheFee() {
        assertEquals(
                List.of(new Way(Channel.ONLINE, "1", "Miễn phí", ""), new Way(Channel.IN_PERSON, "1", "20 VNĐ", "")),
                parse("Trực tuyến\n1Miễn phí\nTrực tiếp\n120 VNĐ"));
    }

    @Test
    void aTimeLimitInWordsIsKept() {
        assertEquals(
                List.of(new Way(Channel.ONLINE, "Ngay khi đến", "Miễn phí", "")),
                parse("Trực tuyến\nNgay khi đến\nMiễn phí"));
    }

    @Test
    void emptyCellsAreEmpty() {
        assertEquals(
                List.of(new Way(Channel.POST, "", "", "")),
                parse("Dịch vụ bưu chính\nKhông có thông tin\nKhông có thông tin"));
    }

    @Test
    void severalRowsOfOneChannelAreKept() {
        assertEquals(
                List.of(
                        new Way(Channel.ONLINE, "3 Ngày", "Miễn phí", "Thẻ mới"),
                        new Way(Channel.ONLINE, "1 Ngày", "Miễn phí", "Gia hạn")),
                parse("Trực tuyến\n3 Ngày\nMiễn phí\nThẻ mới\nTrực tuyến\n1 Ngày\nMiễn phí\nGia hạn"));
    }

    @Test
    void aChannelNamedWithinARemarkIsNoRow() {
        var note = "Trực tiếp tại quầy hoặc:\nTrực tuyến\n- qua trang của thư viện";

        assertEquals(
                List.of(new Way(Channel.IN_PERSON, "2 Ngày", "Miễn phí", note)),
                parse("Trực tiếp\n2 Ngày\nMiễn phí\n" + note));
    }

    @Test
    void whatIsNoSuchTableIsLeftAlone() {
        assertTrue(CrawledWays.parse("Nộp hồ sơ tại thư viện").isEmpty());
        assertTrue(CrawledWays.parse("").isEmpty());
        assertTrue(CrawledWays.parse(HEADING + "Lời dẫn\nTrực tiếp\n2 Ngày\nMiễn phí")
                .isEmpty());
    }

    @Test
    void aFeeWithoutClearEndIsLeftAlone() {
        assertTrue(CrawledWays.parse(HEADING + "Trực tuyến\n2 Ngày\nMiễn phí(theo biểu")
                .isEmpty());
        assertTrue(CrawledWays.parse(HEADING + "Trực tuyến\n2 Ngày\nMiễn phí(theo biểu) Nộp (qua mạng)\nThêm")
                .isEmpty());
    }

    @Test
    void aRowThatCannotBeReadIsNotHiddenInARemark() {
        assertTrue(CrawledWays.parse(HEADING + "Trực tuyến\n2 Ngày\nMiễn phí\nTrực tiếp\n3 Ngày\nTheo thỏa thuận")
                .isEmpty());
    }

    @Test
    void aHostileTextIsReadInLinearSteps() {
        Effort.assertGrowsWithTheInput(
                10_000,
                size -> assertTrue(CrawledWays.parse(HEADING + "Trực tuyến\n2 Ngày\nMiễn phí" + "(".repeat(size))
                        .isEmpty()));
        Effort.assertGrowsWithTheInput(
                2_000,
                size -> assertTrue(CrawledWays.parse(HEADING + "Trực tuyến\n1".repeat(size))
                        .isEmpty()));
        Effort.assertGrowsWithTheInput(
                2_000,
                size -> assertEquals(
                        Optional.of(size),
                        CrawledWays.parse(HEADING + "Trực tuyến\n1Miễn phí\n".repeat(size))
                                .map(List::size)));
    }

    private static List<Way> parse(String rows) {
        return CrawledWays.parse(HEADING + rows).orElseThrow();
    }
}
