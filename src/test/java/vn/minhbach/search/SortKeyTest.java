package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Titles come in the order of a Vietnamese dictionary. */
class SortKeyTest {

    static List<List<String>> lists() {
        return List.of(
                // Letters with their own place in the alphabet
                List.of("an", "ăn", "ân", "ba", "da", "đa", "em", "êm", "go", "mo", "mô", "mơ", "tu", "tư", "va"),
                // The letter counts before the tone
                List.of("ban", "bàn", "bản", "băn", "bân", "bấn"),
                // Tones count only where everything else is alike
                List.of("cá An", "ca Ba", "cá Ba", "ca Ca"),
                List.of("hoa", "hòa", "hỏa", "họa"),
                // Tones in the order of the dictionary
                List.of("ma", "mà", "mả", "mã", "má", "mạ"),
                // A shorter title before one that goes on
                List.of("Cấp", "Cấp lại", "Cấp lại thẻ", "Cấp thẻ"),
                // Capitals and signs count for nothing
                List.of("ba", "“Cấp” thẻ", "(Cấp) thẻ em", "CẤP thẻ én", "dân"),
                // What says only that it is a procedure decides nothing
                List.of(
                        "Thủ tục cấp thẻ",
                        "Đăng ký đất",
                        "THỦ TỤC: đăng ký hộ",
                        "Tách hộ",
                        "Thủ công",
                        "Thủ tục",
                        "Thử giọng"),
                // Figures come before letters and are no tones
                List.of("Khu 1 cam", "Khu 2 ba", "Khu 6 ba", "Khu ba"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void titlesComeInVietnameseOrder(List<String> inOrder) {
        var backwards = inOrder.reversed();

        assertThat(backwards.stream().sorted(Comparator.comparing(SortKey::of))).containsExactlyElementsOf(inOrder);
    }
}
