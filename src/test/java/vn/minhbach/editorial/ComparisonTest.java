package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.shared.Html;

/** What differs between two versions is shown word by word, and nothing else is. */
class ComparisonTest {

    @Test
    void equalTextsHaveNoMarks() {
        var html = "<h2>Đầu mục</h2><p>Một <b>hai</b> ba.</p>";

        var comparison = Comparison.ofHtml(html, html);

        assertThat(comparison.differs()).isFalse();
        assertThat(comparison.before()).isEqualTo(html);
        assertThat(comparison.after()).isEqualTo(html);
    }

    @Test
    void wordsThatWereTakenOutAndPutInStandOnTheirSide() {
        var comparison = Comparison.ofHtml(
                "<p>Hội chợ mở cửa ngày 12 tháng 6.</p>", "<p>Hội chợ sách mở cửa ngày 14 tháng 6.</p>");

        assertThat(comparison.differs()).isTrue();
        assertThat(comparison.before()).isEqualTo("<p>Hội chợ mở cửa ngày <del>12</del> tháng 6.</p>");
        assertThat(comparison.after()).isEqualTo("<p>Hội chợ <ins>sách</ins> mở cửa ngày <ins>14</ins> tháng 6.</p>");
    }

    @Test
    void whatOnlyLooksOtherwiseIsMarkedOnBothSides() {
        var comparison = Comparison.ofHtml(
                "<p>Nộp tại <a href=\"/don-vi/a\">Trung tâm</a> trước giờ.</p>",
                "<p>Nộp tại <a href=\"/don-vi/b\">Trung tâm</a> <b>trước giờ.</b></p>");

        assertThat(comparison.before())
                .isEqualTo("<p>Nộp tại <a href=\"/don-vi/a\"><mark>Trung tâm</mark></a> <mark>trước giờ.</mark></p>");
        assertThat(comparison.after())
                .isEqualTo(
                        "<p>Nộp tại <a href=\"/don-vi/b\"><mark>Trung tâm</mark></a> <b><mark>trước giờ.</mark></b></p>");
    }

    @Test
    void aParagraphThatBecameAHeadingLooksOtherwise() {
        var comparison = Comparison.ofHtml("<p>Giờ mở cửa</p>", "<h2>Giờ mở cửa</h2>");

        assertThat(comparison.before()).isEqualTo("<p><mark>Giờ mở cửa</mark></p>");
        assertThat(comparison.after()).isEqualTo("<h2><mark>Giờ mở cửa</mark></h2>");
    }

    @Test
    void cellsItemsAndPicturesAreCompared() {
        var comparison = Comparison.ofHtml(
                "<ul><li>Một</li><li>Hai</li></ul><table><tbody><tr><td>Phí</td><td>20.000</td></tr></tbody></table>"
                        + "<p><img src=\"/tep/1/a.png\" alt=\"A\"></p>",
                "<ul><li>Một</li><li>Ba</li></ul><table><tbody><tr><td>Phí</td><td>30.000</td></tr></tbody></table>"
                        + "<p><img src=\"/tep/2/b.png\" alt=\"B\"></p>");

        assertThat(comparison.before()).contains("<li>Một</li>", "<del>Hai</del>", "<del>20.000</del>", "<td>Phí</td>");
        assertThat(comparison.before()).contains("<del><img src=\"/tep/1/a.png\" alt=\"A\"></del>");
        assertThat(comparison.after()).contains("<ins>Ba</ins>", "<ins>30.000</ins>");
        assertThat(comparison.after()).contains("<ins><img src=\"/tep/2/b.png\" alt=\"B\"></ins>");
    }

    @Test
    void whatIsComparedIsCleanWhateverWasStored() {
        var comparison = Comparison.ofHtml("<p onclick=\"x\">a<script>x</script></p>", "<img src=x onerror=alert(1)>b");

        assertThat(comparison.before() + comparison.after()).doesNotContain("script", "onclick", "onerror");
        assertThat(Comparison.ofText("<b>a</b>", "a & b").before()).isEqualTo("<del>&lt;b&gt;a&lt;/b&gt;</del>");
    }

    /** What stands in the marks of a side, taken away, leaves the same words on both. */
    @Test
    void withoutItsMarksEachSideIsWhatItWas() {
        var before = "<p>một hai ba bốn năm</p><p>sáu bảy</p><p>tám</p>";
        var after = "<p>một ba bốn rưỡi năm</p><p>tám</p><p>chín sáu</p>";

        var comparison = Comparison.ofHtml(before, after);

        assertThat(Html.text(comparison.before())).isEqualTo(Html.text(before));
        assertThat(Html.text(comparison.after())).isEqualTo(Html.text(after));
        assertThat(Html.text(comparison.before().replaceAll("<del>[^<]*</del>", ""))
                        .split("\\s+"))
                .isEqualTo(Html.text(comparison.after().replaceAll("<ins>[^<]*</ins>", ""))
                        .split("\\s+"));
    }

    @Test
    @Timeout(10)
    void longTextsThatHaveNothingInCommonAreComparedInTime() {
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (var i = 0; i < 20_000; i++) {
            before.append("<p>a").append(i).append(" b").append(i).append("</p>");
            after.append("<p>c").append(i).append(" d").append(i).append("</p>");
        }
        Comparison.ofHtml(before.toString(), after.toString());
        var begin = System.nanoTime();
        var comparison = Comparison.ofHtml(before.toString(), after.toString());

        assertThat(comparison.differs()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
