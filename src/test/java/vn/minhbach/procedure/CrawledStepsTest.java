package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhbach.Effort;

class CrawledStepsTest {

    @Test
    void countedStepsLoseTheirNumber() {
        assertEquals(
                List.of(new Step("", "Điền phiếu."), new Step("", "Nộp phiếu.\nTại quầy.")),
                CrawledSteps.parse("- Bước 1: Điền phiếu.\n- Bước 2: Nộp phiếu.\nTại quầy."));
    }

    @Test
    void aShortFirstLineIsTheTitle() {
        assertEquals(
                List.of(new Step("Nộp phiếu", "Bạn đọc nộp phiếu."), new Step("Nhận thẻ", "Nhận tại quầy.")),
                CrawledSteps.parse("Bước 1. Nộp phiếu\n\nBạn đọc nộp phiếu.\nBước 2. Nhận thẻ:\nNhận tại quầy."));
    }

    @Test
    void stepsOnOneLineAreSplitWhereTheCountGoesOn() {
        assertEquals(
                List.of(new Step("", "Nộp phiếu."), new Step("", "Xem lại Bước 1: phiếu."), new Step("", "Nhận thẻ.")),
                CrawledSteps.parse("Bước 1: Nộp phiếu. Bước 2: Xem lại Bước 1: phiếu. Bước 3: Nhận thẻ."));
    }

    @Test
    void aCountThatStartsAnewKeepsItsWords() {
        assertEquals(
                List.of(
                        new Step("a) Trường hợp mới", ""),
                        new Step("Bước 1", "Nộp phiếu."),
                        new Step("Bước 2", "Nhận thẻ."),
                        new Step("b) Trường hợp đổi", ""),
                        new Step("Bước 1: Trả thẻ", "Trả thẻ cũ.")),
                CrawledSteps.parse("a) Trường hợp mới:\nBước 1: Nộp phiếu.\nBước 2: Nhận thẻ.\nb) Trường hợp đổi:\n"
                        + "Bước 1: Trả thẻ\nTrả thẻ cũ."));
    }

    @Test
    void lettersAtTheBeginningOfLinesAreSteps() {
        assertEquals(
                List.of(new Step("Nộp phiếu", "- Tại quầy"), new Step("Nhận thẻ", "- Tại nhà")),
                CrawledSteps.parse("a) Nộp phiếu:\n- Tại quầy\nb) Nhận thẻ:\n- Tại nhà"));
    }

    @Test
    void lettersWithAGapAreNoSteps() {
        var text = "a) Nộp phiếu\nc) Nhận thẻ";

        assertEquals(List.of(new Step("", text)), CrawledSteps.parse(text));
    }

    @Test
    void aTextThatCountsNothingIsOneStep() {
        assertEquals(List.of(new Step("", "Bạn đọc nộp phiếu.")), CrawledSteps.parse("Bạn đọc nộp phiếu."));
        assertEquals(List.of(), CrawledSteps.parse("Không có thông tin"));
        assertEquals(List.of(), CrawledSteps.parse(" "));
    }

    @Test
    void aHostileTextIsReadInLinearSteps() {
        Effort.assertGrowsWithTheInput(
                3_000,
                size -> assertEquals(
                        size, CrawledSteps.parse("Bước 1:\n".repeat(size)).size()));
        Effort.assertGrowsWithTheInput(
                10_000,
                size -> assertEquals(1, CrawledSteps.parse("1.".repeat(size)).size()));
        Effort.assertGrowsWithTheInput(
                2_000,
                size -> assertEquals(
                        1, CrawledSteps.parse("theo Bước 1: ".repeat(size)).size()));
    }
}
