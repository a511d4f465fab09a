package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks alike is alike. */
class LookAlikesTest {

    @ParameterizedTest
    @CsvSource({
        "41/2019/N\u00D0-CP, 41/2019/NĐ-CP",
        "41/2019/N\u0110\u2011CP, 41/2019/NĐ-CP",
        "41/2019/NĐ\u2013CP, 41/2019/NĐ-CP",
        "41\u20442019\u2044NĐ-CP, 41/2019/NĐ-CP",
        "\uFF11\uFF0E\uFF10\uFF10\uFF12\uFF13\uFF14\uFF15, 1.002345",
        "12/2020/TT-\u0412\u0422\u0421, 12/2020/TT-BTC",
        "12/2020/\u03A4\u03A4-BTC, 12/2020/TT-BTC",
        "th\u00F0, thđ",
        "khai\u00AD sinh, khai sinh",
        "\u202Ahộ\u200B chiếu\u2069, hộ chiếu",
        "sổ đỏ, sổ đỏ",
        "Đường – sắt, Đường - sắt"
    })
    void isWrittenInOneWay(String typed, String meant) {
        assertThat(LookAlikes.settle(typed)).isEqualTo(meant);
    }

    @Test
    void whatLooksLikeNothingElseStays() {
        var text = "Điều 5, “khoản 2”: €100, 日本, Привет: й, λ, 👍";
        assertThat(LookAlikes.settle(text))
                .startsWith("Điều 5, “khoản 2”: €100, 日本, ")
                .contains("ив", "й, λ, 👍");
    }
}
