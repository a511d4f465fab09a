package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special in a name counts against it unless somebody asked for it. */
class SpecialTest {

    @ParameterizedTest
    @CsvSource({
        "Thu hồi giấy phép mở bến, mở bến, thu hồi giấy phép bến",
        "Thủ tục cấp lại thẻ bạn đọc, xin thẻ bạn đọc, mất thẻ bạn đọc",
        "ĐIỀU CHỈNH giấy phép mở bến, giấy phép mở bến, sửa giấy phép bến",
        "Gia hạn thẻ bạn đọc, thẻ bạn đọc, thẻ bạn đọc hết hạn",
        "Đăng ký bến có yếu tố nước ngoài, đăng ký bến, đăng ký bến cho người nước ngoài",
        "Cấp thẻ bạn đọc lưu động, cấp thẻ bạn đọc, thẻ bạn đọc lưu động"
    })
    void whoMeansItSaysSo(String title, String plain, String special) {
        assertThat(worth(title, plain)).isLessThan(1);
        assertThat(worth(title, special)).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cấp giấy phép mở bến", "Thủ tục đăng ký bến", "Thẻ cấp lại bị thu hồi", ""})
    void whatIsPlainIsWorthAll(String title) {
        assertThat(Special.in(title)).isZero();
    }

    @Test
    void otherNamesOfWhatWasTypedAskToo() {
        var words = Word.in("xin cấp VISA", 10);
        var meant = List.of(new Synonyms.Match(
                2, 1, "VISA", List.of("thị thực cho người nước ngoài"), Synonyms.Kind.ENGLISH, false));

        assertThat(Special.asked(words, meant) & Special.in("Thị thực cho người nước ngoài"))
                .isNotZero();
    }

    private static float worth(String title, String query) {
        return Special.worth(Special.in(title), Special.asked(Word.in(query, 20), List.of()));
    }
}
