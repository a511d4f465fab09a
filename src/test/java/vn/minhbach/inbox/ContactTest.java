package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One number, one address, however they are written. */
class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "0912 345 678, 0912345678",
        "0912.345.678, 0912345678",
        "+84 912 345 678, 0912345678",
        "+84 (0)912 345 678, 0912345678",
        "0084912345678, 0912345678",
        "(024) 3825 1234, 02438251234",
        "+33 1 42 68 53 00, +33142685300"
    })
    void aNumberHasOneSpelling(String typed, String expected) {
        assertThat(Contact.phone(typed)).isEqualTo(expected);
        assertThat(Contact.either(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "khong co", "09123456789012345", "84912345678", "++84912345678", "0912\n345"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Contact.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ten@Example.VN, ten@example.vn", "' ten@example.vn ', ten@example.vn"})
    void anAddressHasOneSpelling(String typed, String expected) {
        assertThat(Contact.email(typed)).isEqualTo(expected);
        assertThat(Contact.either(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "ten@", "@example.vn", "ten@example.vn\r\nBcc: x@y.vn", "a b@example.vn"})
    void whatIsNoAddressIsNone(String typed) {
        assertThat(Contact.email(typed)).isEmpty();
    }
}
