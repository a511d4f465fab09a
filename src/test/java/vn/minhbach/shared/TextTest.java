package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside: decomposed, with control characters, cut in the wrong place. */
class TextTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void decomposedLettersAreComposed() {
        var decomposed = Normalizer.normalize("Đường sắt đô thị", Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo("Đường sắt đô thị");
        assertThat(Text.clean(decomposed)).isEqualTo("Đường sắt đô thị");
    }

    @Test
    void controlCharactersAreDroppedButLineBreaksAndTabsStay() {
        assertThat(Text.clean("a\u0000b\u0007c\u001Bd\u0085e\u007F\nf\tg")).isEqualTo("abcde\nf\tg");
        assertThat(Text.clean("một\r\nhai")).isEqualTo("một\nhai");
    }

    @Test
    void aControlCharacterBetweenLetterAndMarkDoesNotKeepThemApart() {
        assertThat(Text.clean("hoa\u0000\u0300")).isEqualTo("hoà");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Db", "a\uDE00b", "a\uDE00\uD83Db", "ab\uD83D", "\uFEFFab", "a\uFFFEb\uFFFF"})
    void whatIsNoCharacterIsDropped(String text) {
        assertThat(Text.clean(text)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200D", "\u200C\u200D", " \u200D\n\u00A0\u200C"})
    void joinersThatJoinNothingAreNothing(String text) {
        assertThat(Text.line(text)).isEmpty();
        assertThat(Text.clean("a" + text)).isEqualTo("a" + text);
    }

    @Test
    void emojiStay() {
        assertThat(Text.clean("Cảm ơn " + SMILE)).isEqualTo("Cảm ơn " + SMILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n  cấp\t\tthẻ \r\n", "cấp\u00A0thẻ", "\u00A0cấp \u00A0 thẻ\u00A0", "cấp\u2003\u3000thẻ"})
    void anyRunOfWhiteSpaceIsOneSpaceOfALine(String text) {
        assertThat(Text.line(text)).isEqualTo("cấp thẻ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cấp\u2028thẻ", "cấp\u2029thẻ", "cấp\u000Bthẻ", "cấp\fthẻ", "cấp\rthẻ", "cấp\u0085thẻ"})
    void aLineHasNoLineBreakOfAnyKindAndItsWordsStayApart(String text) {
        assertThat(Text.line(text)).isEqualTo("cấp thẻ");
    }

    @Test
    void aCutIsNeverLongerAndNeverInsideASurrogatePair() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abcd", 3)).isEqualTo("abc");
        assertThat(Text.cut("ab" + SMILE, 3)).isEqualTo("ab");
        assertThat(Text.cut("ab" + SMILE + "c", 4)).isEqualTo("ab" + SMILE);
    }

    @Test
    void shorteningCutsBetweenWordsAndSaysSo() {
        assertThat(Text.shorten("cấp lại thẻ", 11)).isEqualTo("cấp lại thẻ");
        assertThat(Text.shorten("cấp lại thẻ căn cước", 13)).isEqualTo("cấp lại thẻ…");
        assertThat(Text.shorten("Llanfairpwllgwyngyll", 8)).isEqualTo("Llanfair…");
    }

    @Test
    void linesAreTheParagraphsThatAreNotBlank() {
        assertThat(Text.lines(" một \r\n\r\n\t\nhai\u2028ba\n")).containsExactly("một", "hai", "ba");
        assertThat(Text.lines("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Đường sắt, duong sat",
        "ĐẶNG Ỷ NGỮ, dang y ngu",
        "ưƠăÂêÔ, uoaaeo",
        "TT-BVHTTDL 52/2024, tt-bvhttdl 52/2024"
    })
    void foldingTakesEveryMarkAway(String text, String folded) {
        assertThat(Text.fold(text)).isEqualTo(folded);
        assertThat(Text.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Đường sắt 2026, duong-sat-2026",
        "'  “Hỏi – đáp”:  về thẻ?! ', hoi-dap-ve-the",
        "'../../etc/passwd', etc-passwd",
        "'<script>alert(1)</script>', script-alert-1-script",
        "'!!!', ''"
    })
    void aSlugHasLettersFiguresAndSingleHyphens(String title, String slug) {
        assertThat(Text.slug(title)).isEqualTo(slug);
    }

    @Test
    void aLongSlugEndsWithAWholeWord() {
        assertThat(Text.slug("thủ tục ".repeat(40)))
                .hasSizeLessThanOrEqualTo(120)
                .matches("thu-tuc(-thu|-tuc)*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hộ tịch", "đo", "Đ", "sân", "thư", "ta\u0323", "VĂN"})
    void aLetterWithAVietnameseMarkIsVietnamese(String text) {
        assertThat(Text.isVietnamese(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Land 2026", "§ 5 – “x” × 3 ÷ 2 …", "1.001234"})
    void lettersWithoutMarksAndSignsAreNot(String text) {
        assertThat(Text.isVietnamese(text)).isFalse();
    }
}
