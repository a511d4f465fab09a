package vn.minhbach.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class CrawledTextTest {

    @Test
    void decomposedLettersAreComposed() {
        var decomposed = Normalizer.normalize("Đơn đề nghị cấp thẻ", Normalizer.Form.NFD);

        assertEquals("Đơn đề nghị cấp thẻ", CrawledText.tidy(decomposed));
    }

    @Test
    void controlCharactersAndInvisibleMarksAreDropped() {
        assertEquals("thẻ bạn đọc", CrawledText.tidy("thẻ\u0000 bạn\u200b đọc\u0007"));
    }

    @Test
    void bulletsOfASymbolFontBecomeDashes() {
        assertEquals("- Phiếu mượn", CrawledText.tidy("\uf0fc\tPhiếu mượn"));
    }

    @Test
    void blanksAreTidiedAndLineBreaksStay() {
        assertEquals("một hai\nba\n\nbốn", CrawledText.tidy("  một \u00a0 hai  \r\n  ba\n\n\n\n\tbốn "));
    }

    @Test
    void aWordCutByTheCrawlIsJoined() {
        assertEquals("số 12/2030/QĐ-TTg của", CrawledText.tidy("số 12/2030/QĐ-T\nTg của"));
    }

    @Test
    void anEmptyCellHasNoValue() {
        assertEquals("", CrawledText.value(" Không có thông tin "));
        assertEquals("Không", CrawledText.value("Không"));
    }

    @Test
    void pilesOfMarksAreCutDown() {
        assertEquals(31, CrawledText.tidy("x" + "\u0323".repeat(100_000)).length());
    }

    @Test
    void theLedgerBalancesOnlyIfEveryCharacterIsPaidInItsOrder() {
        assertTrue(new CrawledLedger("Tên a b\nc--")
                .waive("Tên")
                .pay("ab")
                .pay("c")
                .waiveMarks("-")
                .balanced());
        assertFalse(new CrawledLedger("a b c").pay("b").pay("a").pay("c").balanced());
        assertFalse(new CrawledLedger("a b c").pay("a").pay("b").balanced());
        assertFalse(new CrawledLedger("a b").pay("a").pay("b").pay("c").balanced());
    }
}
