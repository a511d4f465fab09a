package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of a procedure's code, and what is none. */
class ProcedureCodeTest {

    @ParameterizedTest
    @CsvSource({
        "1.001234, 1.001234",
        "' 2.000815\n', 2.000815",
        "2.000815.000.00.00.H01, 2.000815",
        "2.000815.000.00.00.h48, 2.000815",
        "2.000815.000.00.00, 2.000815",
        "1.00123, 1.001230",
        "1.0012, 1.001200",
        "3.1, 3.100000",
        "1.00123.000.00.00.H48, 1.001230"
    })
    void everySpellingHasOneNationalForm(String given, String national) {
        assertThat(ProcedureCode.national(given)).hasValue(national);
        assertThat(national).matches(ProcedureCode.NATIONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                ".001234",
                "0.001234",
                "12.001234",
                "1.0012345",
                "1,001234",
                "1.00123a",
                "1.001234.H48",
                "1.001234.000.00.00.",
                "1.001234.000.00.00.H4",
                "1.001234.000.00.00.H48/..",
                "1.001234; drop table procedure_record",
                "１.００１２３４",
                "-1.001234",
                "../1.001234"
            })
    void rubbishIsNoCode(String given) {
        assertThat(ProcedureCode.national(given)).isEmpty();
    }
}
