package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.Effort;
import vn.minhbach.search.Suggester.Entry;

/** Completing what somebody has begun to type. */
class SuggesterTest {

    private final Suggester suggester = Suggester.of(
            List.of(
                    new Entry("Thủ tục đăng ký kết hôn", "procedure", "/thu-tuc/1", 5),
                    new Entry("Đăng ký kết hôn cần giấy tờ gì", "question", "", 9),
                    new Entry("Thủ tục đăng ký khai sinh", "procedure", "/thu-tuc/2", 5),
                    new Entry("CCCD", "abbreviation", "", 3),
                    new Entry("Hoà giải ở cơ sở", "procedure", "/thu-tuc/3", 1),
                    new Entry("Kinh doanh vũ khí", "procedure", "/thu-tuc/4", 1)),
            List.of("vũ khí"));

    private List<String> texts(String typed) {
        return suggester.suggest(typed, 5).stream().map(Entry::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đăng ký kế",
                "dang ky ket ho",
                "đăng kí kết",
                "DANG KY KET",
                "kết hôn",
                "ddawng kys keets",
                "dang ky kê"
            })
    void theLastSyllableMayBeHalfTyped(String typed) {
        assertThat(texts(typed)).startsWith("Đăng ký kết hôn cần giấy tờ gì").contains("Thủ tục đăng ký kết hôn");
        assertThat(texts(typed)).doesNotContain("Thủ tục đăng ký khai sinh");
    }

    @Test
    void twoCharactersAreEnoughAndOneIsNot() {
        assertThat(texts("cc")).containsExactly("CCCD");
        assertThat(texts("c")).isEmpty();
        assertThat(texts("")).isEmpty();
        assertThat(texts("hòa gi")).containsExactly("Hoà giải ở cơ sở");
    }

    @Test
    void whatAnAbbreviationMeansComesBeforeItsOwnEntry() {
        var titles = List.of(
                new Entry("Thủ tục đăng ký nuôi chim yến", "procedure", "/thu-tuc/5", 5),
                new Entry("Cấp lại giấy đăng ký nuôi chim yến", "procedure", "/thu-tuc/6", 1),
                new Entry("ĐKCY (đăng ký nuôi chim yến)", Suggester.ABBREVIATION, "", 2),
                new Entry("Thủ tục đăng ký khai sinh", "procedure", "/thu-tuc/7", 9));
        var taught = Suggester.of(titles, List.of(), Map.of("ĐKCY", "đăng ký nuôi chim yến"));

        assertThat(taught.suggest("đkcy", 5)).extracting(Entry::url).containsExactly("/thu-tuc/5", "/thu-tuc/6", "");
        assertThat(taught.suggest("DKCY", 2)).extracting(Entry::url).containsExactly("/thu-tuc/5", "");
        assertThat(taught.suggest("cấp lại đkcy", 5)).extracting(Entry::url).containsExactly("/thu-tuc/6");
        assertThat(taught.suggest("đkc", 5)).extracting(Entry::url).containsExactly("");
    }

    @Test
    void whatIsDeniedIsNeverSuggested() {
        assertThat(suggester.size()).isEqualTo(5);
        assertThat(texts("kinh do")).isEmpty();
    }

    private static final List<String> HOSTILE =
            List.of("t", "th", "thủ tục c", "\uD83D", "\u0301\u0301", "x".repeat(1_000_000), "a AND (b OR", "*:*");

    @Test
    void nothingTypedIsAnError() {
        var large = large(5_000);
        for (var typed : HOSTILE) {
            assertThat(large.suggest(typed, 8)).hasSizeLessThanOrEqualTo(8);
        }
    }

    /** As many entries as it looks at are in both; a hundred more characters than it looks at are typed, or a million. */
    @Test
    void neitherManyEntriesNorLongTextsMakeItWorkMore() {
        var some = large(15_000);
        var many = large(60_000);
        for (var typed : HOSTILE) {
            var start = typed.substring(0, Math.min(500, typed.length()));
            some.suggest(start, 8);
            many.suggest(typed, 8);
            assertThat(Effort.bytes(() -> many.suggest(typed, 8)))
                    .as(start)
                    .isLessThan(2 * Effort.bytes(() -> some.suggest(start, 8)) + 10_000);
        }
    }

    private static Suggester large(int size) {
        var many = new ArrayList<Entry>();
        var random = new Random(3);
        var syllables =
                "thủ tục cấp đổi thẻ giấy phép đăng ký kết hôn khai sinh nhà đất xe cho con người mới lại".split(" ");
        for (var i = 0; i < size; i++) {
            var text = new StringBuilder("Số " + i);
            random.ints(8, 0, syllables.length).forEach(at -> text.append(' ').append(syllables[at]));
            many.add(new Entry(text.toString(), "procedure", "", random.nextDouble()));
        }
        return Suggester.of(many, List.of());
    }
}
