package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One syllable, many spellings; and spellings that are near but not the same. */
class SyllableTest {

    @ParameterizedTest
    @CsvSource({
        "hòa, hoà",
        "thúy, thuý",
        "khỏe, khoẻ",
        "quí, quý",
        "kí, ký",
        "mỹ, mĩ",
        "lý, lí",
        "tỷ, tỉ",
        "HÒA, hoà",
        "ĐƯỜNG, đường",
        "NGHỊ, nghị"
    })
    void spellingsOfOneSyllableAreEqual(String one, String other) {
        assertThat(Syllable.canonical(one)).isEqualTo(Syllable.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "huy, hui",
        "thúy, thúi",
        "tay, tai",
        "mây, mâi",
        "hoa, hòa",
        "hỏa, hoả́",
        "má, mà",
        "đi, di",
        "cơm, com",
        "căn, cân",
        "tư, tu",
        "y, i"
    })
    void whatSoundsDifferentStaysDifferent(String one, String other) {
        assertThat(Syllable.canonical(one)).isNotEqualTo(Syllable.canonical(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nghiệp", "đường", "quyền", "ủy", "thuở", "ỹ", "ẫ", "ợ"})
    void decomposedLettersMakeNoDifference(String syllable) {
        var decomposed = Normalizer.normalize(syllable, Normalizer.Form.NFD);

        assertThat(Syllable.canonical(decomposed)).isEqualTo(Syllable.canonical(syllable));
        assertThat(Syllable.fold(Syllable.canonical(decomposed)))
                .isEqualTo(Syllable.fold(Syllable.canonical(syllable)));
    }

    @ParameterizedTest
    @CsvSource({
        "đường, duong",
        "hòa, hoa",
        "hoà, hoa",
        "QUYẾT, quyet",
        "quý, qui",
        "ký, ki",
        "ở, o",
        "à, a",
        "abc, abc",
        "2024, 2024",
        "25, 25",
        "5, 5"
    })
    void theFoldedFormHasNoMarkAndKeepsFigures(String syllable, String folded) {
        assertThat(Syllable.fold(Syllable.canonical(syllable))).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"a1, á", "b2, b̀", "tk1, tḱ", "d5, ḍ"})
    void aFigureBehindALetterIsNoTone(String typed, String marked) {
        assertThat(Syllable.canonical(typed)).isNotEqualTo(Syllable.canonical(marked));
    }

    @Test
    void classesOfDrivingLicencesStayApartWithoutMarks() {
        assertThat(Syllable.fold(Syllable.canonical("B1"))).isNotEqualTo(Syllable.fold(Syllable.canonical("B2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0301", "\u0301\u0300\u0323", "y", "\uD83D\uDE00", "\uD83D", "ÿ́", "ﬁ", "İ"})
    void nothingThatIsNoSyllableDoesHarm(String odd) {
        var canonical = Syllable.canonical(odd);

        assertThat(Syllable.fold(canonical)).isEqualTo(Syllable.fold(Syllable.fold(canonical)));
    }
}
