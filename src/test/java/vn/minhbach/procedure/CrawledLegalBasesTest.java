package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhbach.Effort;

class CrawledLegalBasesTest {

    private static final String HEADING = "Tên văn bản pháp lý\nMã văn bản\n";

    @Test
    void aRowIsATitleAndANumber() {
        assertEquals(
                List.of(basis("12/2031/NĐ-CP", "Nghị định về thư viện"), basis("7/QĐ-NHNN", "Quy chế đọc sách")),
                parse("Nghị định về thư viện\n12/2031/NĐ-CP\nQuy chế đọc sách\n7/QĐ-NHNN"));
    }

    @Test
    void numbersStuckToTheNextTitleAreSplit() {
        assertEquals(
                List.of(
                        basis("38/2031/QH16", "Luật Thư viện"),
                        basis("9/2032/TT-BTC", "Nghị định nhỏ"),
                        basis("5/2033/TT-NHNN", "quy định về thẻ")),
                parse("Luật Thư viện\n38/2031/QH16Nghị định nhỏ\n9/2032/TT-BT\nCquy định về thẻ.5/2033/TT-NHNN")
                        .stream()
                        .map(b -> basis(b.number(), b.title().replaceAll("\\.$", "")))
                        .toList());
    }

    @Test
    void aNumberStuckToAYearOrToTheNumberBeforeItIsSplit() {
        assertEquals(
                List.of(basis("72/2031/QH16", "Luật Thư viện năm 2031"), basis("54/2032/QH16", "Luật 54/2032/QH16")),
                parse("Luật Thư viện năm 203172/2031/QH16Luật 54/2032/QH\n1654/2032/QH16"));
    }

    @Test
    void aTitleMayBeKindAndNumberOnly() {
        assertEquals(
                List.of(basis("3/2031/TT-BTP", "Thông tư 3/2031/TT-BTP"), basis("4/2031/NĐ-CP", "4/2031/NĐ-CP")),
                parse("Thông tư 3/2031/TT-BTP\n3/2031/TT-BTP\n4/2031/NĐ-CP\n4/2031/NĐ-CP"));
    }

    @Test
    void aTitleMayQuoteOtherNumbers() {
        assertEquals(
                List.of(
                        basis(
                                "8/2032/NĐ-CP",
                                "Nghị định sửa đổi Nghị định số 2/2030/NĐ-CP, 3/2030/NĐ-CP ngày 1/2/2030"),
                        basis("9/2033/NĐ-CP", "Sửa đổi Nghị định số 8/2032/NĐ-CP")),
                parse("Nghị định sửa đổi Nghị định số 2/2030/NĐ-CP, 3/2030/NĐ-CP ngày 1/2/2030\n8/2032/NĐ-CP\n"
                        + "Sửa đổi Nghị định số 8/2032/NĐ-CP\n9/2033/NĐ-CP"));
    }

    @Test
    void theKindBeforeTheNumberIsLeftOutIfItIsToldAnyway() {
        assertEquals(
                List.of(
                        basis("32/2031/QH16", "Luật Thư viện"),
                        basis("6/2031/TT-BXD", "Quy định về kho sách"),
                        basis("Nghị quyết 7/2031/QH16", "Về sách")),
                parse("Luật Thư viện\nLuật số 32/2031/QH16Quy định về kho sách\nThông tư số 6/2031/TT-BXD\nVề sách\n"
                        + "Nghị quyết 7/2031/QH16"));
    }

    @Test
    void numbersOfAllKindsAreRecognised() {
        assertEquals(
                List.of(
                        "33/2031/QĐ-UBND",
                        "66.7/2031/NQ-CP",
                        "2/2031/PL-UBTVQH16",
                        "5/2031/QĐ-TTg",
                        "1/2031/TTLT-BTP-BCA"),
                parse("Một\n33/2031/QĐ-UBND\nHai\n66.7/2031/NQ-CP\nBa\n2/2031/PL-UBTVQH16Bốn\n5/2031/QĐ-T\nTg\nNăm\n"
                                + "1/2031/TTLT-BTP-BCA")
                        .stream()
                        .map(LegalBasis::number)
                        .toList());
    }

    @Test
    void anEmptyTableHasNoRows() {
        assertEquals(Optional.of(List.of()), CrawledLegalBases.parse("Không có thông tin"));
    }

    @Test
    void aRowWithoutNumberIsLeftAlone() {
        assertTrue(CrawledLegalBases.parse(HEADING + "Luật Thư viện").isEmpty());
        assertTrue(CrawledLegalBases.parse(HEADING + "Luật Thư viện\nNghị định nhỏ\n9/2032/NĐ-CP")
                .isEmpty());
        assertTrue(CrawledLegalBases.parse(HEADING + "Nghị định nhỏ\n9/2032/NĐ-CP\nLuật Thư viện")
                .isEmpty());
        assertTrue(CrawledLegalBases.parse(HEADING + "Luật Thư viện 203154Nghị định nhỏ\n9/2032/NĐ-CP")
                .isEmpty());
    }

    @Test
    void numbersThatDoNotAlternateWithTitlesAreLeftAlone() {
        assertTrue(CrawledLegalBases.parse(HEADING + "Luật Thư viện\n1/2031/QH16\n2/2032/NĐ-CP\n3/2033/TT-BTC")
                .isEmpty());
    }

    @Test
    void aHostileTextIsReadInLinearSteps() {
        Effort.assertGrowsWithTheInput(
                10_000,
                size -> assertTrue(
                        CrawledLegalBases.parse(HEADING + "1".repeat(size)).isEmpty()));
        Effort.assertGrowsWithTheInput(
                1_000,
                size -> assertTrue(CrawledLegalBases.parse(HEADING + "1/2031/NĐ-CP ".repeat(size))
                        .isEmpty()));
        Effort.assertGrowsWithTheInput(
                1_000,
                size -> assertEquals(
                        size, parse("Luật\n1/2031/QH16".repeat(size)).size()));
    }

    private static LegalBasis basis(String number, String title) {
        return new LegalBasis(number, title, "", "");
    }

    private static List<LegalBasis> parse(String rows) {
        return CrawledLegalBases.parse(HEADING + rows).orElseThrow();
    }
}
