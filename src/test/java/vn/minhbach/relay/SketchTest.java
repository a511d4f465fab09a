package vn.minhbach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same news is known by its words. */
class SketchTest {

    private static final String NEWS =
            "Sáng 1/6, tại Trung tâm Văn hóa tỉnh, Sở Văn hóa và Thể thao tổ chức khai mạc hội thi"
                    + " tuyên truyền lưu động với sự tham gia của mười hai đội đến từ các xã, phường. Hội thi diễn ra trong ba ngày,"
                    + " gồm phần thi xe tuyên truyền và phần thi tiểu phẩm. Phát biểu tại lễ khai mạc, lãnh đạo Sở đề nghị các đội thể"
                    + " hiện tinh thần đoàn kết, giao lưu, học hỏi kinh nghiệm lẫn nhau.";

    private static String paragraph(String text) {
        return "<p>" + text + "</p>";
    }

    private static boolean same(String titleOne, String one, String titleTwo, String two) {
        return Sketch.of(titleOne, one).isSame(Sketch.of(titleTwo, two).least());
    }

    @Test
    void anotherTitleAnotherMarkupAndALineBelowHideNothing() {
        assertThat(same(
                        "Khai mạc hội thi tuyên truyền lưu động",
                        paragraph(NEWS),
                        "12 đội tranh tài",
                        "<div><b>" + NEWS.replace(", ", ",&nbsp;") + "</b><br>Nguồn: Báo tỉnh</div>"))
                .isTrue();
        assertThat(same("Một", paragraph(NEWS.toUpperCase(java.util.Locale.ROOT)), "Hai", NEWS))
                .isTrue();
    }

    @Test
    void otherNewsOfTheSameKindIsOther() {
        var other =
                "Chiều 3/6, tại nhà thi đấu tỉnh, Sở Văn hóa và Thể thao tổ chức bế mạc giải bóng chuyền với sự tham gia"
                        + " của tám đội đến từ các xã, phường. Giải diễn ra trong năm ngày. Kết quả, đội phường Hải Đông giành chức vô"
                        + " địch. Phát biểu tại lễ bế mạc, lãnh đạo Sở biểu dương tinh thần thi đấu của các vận động viên.";
        assertThat(same("Bế mạc giải", paragraph(other), "Khai mạc hội thi", paragraph(NEWS)))
                .isFalse();
        assertThat(same("Thông báo nghỉ lễ", "", "Thông báo nghỉ Tết", "")).isFalse();
        assertThat(same("Thông báo nghỉ lễ 2/9", "", "Thông báo nghỉ lễ 2/9", ""))
                .isTrue();
    }

    @Test
    void anotherWordIsAnotherDigest() {
        var one = Sketch.of("Tiêu đề", paragraph(NEWS));
        assertThat(one.digest())
                .isEqualTo(Sketch.of("Tiêu  ĐỀ", "<div>" + NEWS + "</div>").digest());
        assertThat(one.digest())
                .isNotEqualTo(Sketch.of("Tiêu đề", paragraph(NEWS.replace("mười hai", "mười ba")))
                        .digest());
        assertThat(one.digest())
                .isNotEqualTo(Sketch.of("Tiêu đề khác", paragraph(NEWS)).digest());
    }

    /** How much two long texts share is told from the kept digests well enough. */
    @Test
    void theLeastDigestsTellHowAlikeTwoTextsAre() {
        var random = new Random(7);
        var words = IntStream.range(0, 2_000)
                .mapToObj(i -> Integer.toString(random.nextInt(100_000), 36))
                .toList();
        var whole = String.join(" ", words);
        var nearly = words.stream().limit(1_900).collect(Collectors.joining(" "));
        var half = words.stream().limit(1_000).collect(Collectors.joining(" "));

        assertThat(Sketch.of("", whole).least()).hasSize(Sketch.KEPT);
        assertThat(Sketch.of("", whole).alike(Sketch.of("", nearly).least())).isGreaterThan(0.8);
        assertThat(Sketch.of("", whole).alike(Sketch.of("", half).least())).isBetween(0.3, 0.69);
    }

    @Test
    void nothingIsAlikeNothing() {
        assertThat(Sketch.of("", "").least()).isNotNull();
        assertThat(Sketch.of("một", "").isSame(Sketch.of("hai", "").least())).isFalse();
    }
}
