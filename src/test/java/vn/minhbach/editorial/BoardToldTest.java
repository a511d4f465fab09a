package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.web.Words;

/** What the board is told is a sentence of the item's own kind. */
class BoardToldTest {

    private static String said(String kind, ItemNotice.Event event, Deed deed) {
        var item = new Item(kind, "hoi-cho", Instant.EPOCH, "lan");
        return BoardTold.text(
                new ItemNotice(item, Instant.EPOCH, event, deed, "ha", "Thiếu giờ mở cửa"),
                new KindWords(kind, Words.VIETNAMESE));
    }

    @Test
    void whoeverWroteItReadsThatItIsReturned() {
        assertThat(said("article", ItemNotice.Event.DEED, Deed.SEND_BACK)).isEqualTo("Bài của bạn bị trả lại");
        assertThat(said("procedure", ItemNotice.Event.DEED, Deed.SEND_BACK)).isEqualTo("Thủ tục bạn soạn bị trả lại");
        assertThat(said("article", ItemNotice.Event.REVIEW_DUE, Deed.PLAN)).isEqualTo("Đến ngày rà soát");
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void eachDeedIsSaid(Deed deed) {
        assertThat(said("article", ItemNotice.Event.DEED, deed)).isNotBlank().doesNotContain(".");
        assertThat(said("procedure", ItemNotice.Event.DEED, deed)).isNotBlank().doesNotContain(".");
    }

    @ParameterizedTest
    @EnumSource(ItemNotice.Event.class)
    void eachEventIsSaid(ItemNotice.Event event) {
        assertThat(said("article", event, Deed.REMARK)).isNotBlank().doesNotContain("told");
        assertThat(said("procedure", event, Deed.REMARK)).isNotBlank().doesNotContain("told");
    }
}
