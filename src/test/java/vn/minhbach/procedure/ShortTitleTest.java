package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long name gets a heading out of its own words; nobody is told less without seeing it. */
class ShortTitleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Cấp thẻ bạn đọc", "Thủ tục cấp thẻ bạn đọc cho người già"})
    void aNameThatFitsStaysAsItIs(String title) {
        assertThat(ShortTitle.of(title)).isEqualTo(new ShortTitle(title, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cấp thẻ bạn đọc thiếu nhi, thẻ mượn sách về nhà và thẻ đọc tại chỗ cho học sinh các trường trung học"
                    + " cơ sở đang học bán trú trên địa bàn các xã miền núi| Cấp thẻ bạn đọc thiếu nhi, thẻ mượn sách"
                    + " về nhà và thẻ đọc tại chỗ…",
                "Thủ tục công nhận câu lạc bộ thể thao cơ sở (bao gồm câu lạc bộ trường học, câu lạc bộ doanh nghiệp"
                        + " và câu lạc bộ khu dân cư) đạt chuẩn| Thủ tục công nhận câu lạc bộ thể thao cơ sở…",
                "Cho phép tổ chức lễ hội truyền thống quy mô lớn do Bộ Lễ hội và Nghi thức cùng Ủy ban nhân dân tỉnh"
                    + " đồng chủ trì, có đoàn nước ngoài tham dự| Cho phép tổ chức lễ hội truyền thống quy mô lớn do"
                    + " Bộ Lễ hội và Nghi thức cùng Ủy ban nhân dân tỉnh đồng chủ trì…"
            })
    void aLongNameEndsWhereAPhraseEnds(String title, String heading) {
        var made = ShortTitle.of(title);

        assertThat(made.shortened()).isTrue();
        assertThat(made.text()).startsWith(heading.substring(0, 30)).endsWith("…");
        assertIsABeginning(made, title);
    }

    @Test
    void whateverTheNameTheHeadingIsItsBeginningWithWholeBracketsAndNoLooseEnd() {
        var random = new Random(7);
        var words = List.of(
                "cấp",
                "thẻ",
                "của",
                "cho thuê",
                "(trừ đất)",
                "và",
                "“sân tập”,",
                "đối với",
                "tổ chức",
                "có công",
                "không",
                "thuộc",
                "diện",
                "theo dõi;",
                "từ ngày 01/7",
                "tại",
                "số 5",
                "–",
                "khi");
        for (var i = 0; i < 5_000; i++) {
            var title = new StringBuilder(random.nextBoolean() ? "Thủ tục cấp" : "Cấp");
            while (title.length() < 90 + random.nextInt(300)) {
                title.append(random.nextInt(20) == 0 ? "\n" : " ").append(words.get(random.nextInt(words.size())));
            }
            assertIsABeginning(ShortTitle.of(title.toString()), title.toString());
        }
    }

    private static void assertIsABeginning(ShortTitle made, String title) {
        if (!made.shortened()) {
            assertThat(title.replaceAll("\\s+", " ")).hasSizeLessThanOrEqualTo(ShortTitle.LONGEST);
            return;
        }
        var kept = made.text().substring(0, made.text().length() - 1);
        var whole = title.replaceAll("\\s+", " ");
        assertThat(made.text()).as(title).endsWith("…").hasSizeLessThanOrEqualTo(ShortTitle.LONGEST + 1);
        assertThat(whole).startsWith(kept);
        assertThat(kept).as(title).doesNotEndWith(" ").doesNotEndWith(",");
        assertThat(kept.chars().filter(c -> c == '(').count())
                .as(made.text())
                .isEqualTo(kept.chars().filter(c -> c == ')').count());
        assertThat(List.of(kept.toLowerCase(Locale.ROOT).split(" ")).getLast())
                .as(made.text())
                .isNotIn("của", "và", "cho", "đối", "với", "không", "theo", "từ", "tại", "khi", "số", "ngày", "thuộc");
    }
}
