package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a query is a code or a document's number, and what only looks like one. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "1.001234, 1.001234",
        "1.00123, 1.00123",
        "2.000815.000.00.00.H01, 2.000815",
        "2.000815.000.00.00.h48, 2.000815",
        "1 001234, 1.001234",
        "1.00894, 1.00894",
        "1 00894, 1.00894",
        "1.894, 1.894",
        "'1,001234', 1.001234",
        "\uFF11.\uFF10\uFF10\uFF11234, 1.001234"
    })
    void aCodeIsFoundInAnySpelling(String query, String code) {
        assertThat(Numbers.in(query).codes()).isEqualTo(List.of(code));
        assertThat(Numbers.in(query).documents()).isEmpty();
        assertThat(Numbers.in(query).rest()).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.001234.", "1.001234,", "(1.001234)", "1.001234; ", "1.001234.000.00.00.H48.", "“1.001234”"})
    void signsAroundACodeDoNotHideIt(String query) {
        assertThat(Numbers.in(query).codes()).containsExactly("1.001234");
        assertThat(Numbers.in(query).rest()).doesNotContainPattern("[\\p{L}\\d]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.000894, 1.894",
        "1.00894, 1.894",
        "1.894, 1.894",
        "1.008940, 1.8940",
        "1.000000, 1.0",
        "7/2024, 7/2024"
    })
    void zerosBehindThePointCanBeLeftOut(String code, String without) {
        assertThat(Numbers.withoutZeros(code)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thủ tục 1.894", "mã số 1.894", "Mã thủ tục 1.894 "})
    void aShortCodeIsOneIfNothingElseWasTyped(String query) {
        assertThat(Numbers.in(query).codes()).containsExactly("1.894");
    }

    @Test
    void aCodeIsTakenOutOfTheWordsAroundIt() {
        assertThat(Numbers.in("thủ tục 1.001234.000.00.00.H48 ở xã").codes()).containsExactly("1.001234");
        assertThat(Numbers.in("thủ tục 1.001234.000.00.00.H48 ở xã").rest().split("\\s+"))
                .containsExactly("thủ", "tục", "ở", "xã");
    }

    @ParameterizedTest
    @CsvSource({
        "52/2024/NĐ-CP, 52/2024/nd-cp, ''",
        "52 / 2024 / nđ-cp, 52/2024/nd-cp, ''",
        "nghị định 61/2018, 61/2018, nghị định",
        "90 /KH-SVH&TT, 90/kh-svh&tt, ''",
        "07-KH/BCĐ, 7-kh/bcd, ''",
        "1486/QĐ-UBND, 1486/qd-ubnd, ''",
        "1486/Q\u00D0-UBND, 1486/qd-ubnd, ''",
        "1486/QĐ\u2011UBND, 1486/qd-ubnd, ''",
        "1486\u2044QĐ\u2013UBND, 1486/qd-ubnd, ''",
        "1486/QĐ-U\u0412ND, 1486/qd-ubnd, ''",
        "Thông tư 01/2012/TTLT-BTP-BTC, 1/2012/ttlt-btp-btc, Thông tư",
        "quyết định 1486/qđ-ubnd về phí, 1486/qd-ubnd, quyết định  về phí"
    })
    void aDocumentIsFoundByNumberAndSymbol(String query, String number, String rest) {
        assertThat(Numbers.in(query).codes()).isEmpty();
        assertThat(Numbers.in(query).documents()).containsExactly(number);
        assertThat(Numbers.in(query).rest().strip().replaceAll("\\s+", " ")).isEqualTo(rest.replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "000.00.19.H29-240311-0123, 000.00.19.H29-240311-0123",
        "h29.7-240311-0123, H29.7-240311-0123",
        "G04.12.3 - 240311 - 00123, G04.12.3-240311-00123",
        "Hồ sơ số 000.00.19.H29\u2013240311\u20130123 xong chưa?, 000.00.19.H29-240311-0123"
    })
    void aDossierIsFoundInASentence(String query, String number) {
        var found = Numbers.in(query);

        assertThat(found.dossiers()).containsExactly(number);
        assertThat(found.codes()).isEmpty();
        assertThat(found.documents()).isEmpty();
        assertThat(found.rest()).doesNotContainPattern("\\d{3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.001234.000.00.00.H29", "29/2024/QĐ-UBND", "H29", "H29-2024", "A4-240311-x"})
    void otherNumbersAreNoDossiers(String query) {
        assertThat(Numbers.in(query).dossiers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "từ ngày 01/6/2021",
                "ngày 1/7/2025",
                "01-06-2021",
                "0299 3822 567",
                "0299.3822.567",
                "0299-3822-567",
                "1900 1234",
                "giai đoạn 2021-2025",
                "năm học 2025 - 2026",
                "lớp 1 - lớp 5",
                "tháng 9 2025",
                "phí 1.000.000 đồng",
                "phí 1.894 đồng",
                "lớp 1 2025",
                "mở cửa 24/7",
                "cấp lại thẻ",
                ""
            })
    void datesTelephonesYearsAndSumsAreNoNumbers(String query) {
        var found = Numbers.in(query);

        assertThat(found.codes()).isEmpty();
        assertThat(found.documents()).isEmpty();
        assertThat(found.rest().strip()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "052/2024/NĐ-CP, 52/2024/nd-cp",
        "52/2024/ NĐ - CP, 52/2024/nd-cp",
        "007, 7",
        "0, 0",
        "1.001234, 1.001234"
    })
    void aNumberHasOneNormalForm(String written, String normal) {
        assertThat(Numbers.normal(written)).isEqualTo(normal);
    }
}
