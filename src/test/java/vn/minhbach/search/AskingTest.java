package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question is about is told from how it is asked. */
class AskingTest {

    @ParameterizedTest
    @CsvSource({
        "Tôi muốn mở quán cà phê thì phải chuẩn bị những giấy tờ gì, mở quán cà phê",
        "Xin hỏi mượn sách ở thư viện tỉnh cần những gì, mượn sách ở thư viện tỉnh",
        "làm lại bằng lái xe ở đâu, làm lại bằng lái xe",
        "Cấp lại giấy phép lái xe, Cấp lại giấy phép lái xe",
        // A word that asks elsewhere is part of a name here.
        "bản sao giấy tờ tùy thân, bản sao giấy tờ tùy thân",
        "cảng hàng không, cảng hàng không"
    })
    void onlyWhatItIsAboutIsLookedFor(String question, String about) {
        assertThat(Asking.about(Word.in(question, 40)).stream().map(Word::typed).collect(Collectors.joining(" ")))
                .isEqualTo(about);
    }

    @Test
    void whoOnlyAsksIsTakenAtTheirWord() {
        var words = Word.in("làm thế nào", 40);

        assertThat(Asking.about(words)).isEqualTo(words);
    }
}
