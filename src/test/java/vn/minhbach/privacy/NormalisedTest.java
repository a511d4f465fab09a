package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and addresses in one form. */
class NormalisedTest {

    @ParameterizedTest
    @CsvSource({
        "0912345678, 0912345678",
        "+84912345678, 0912345678",
        "0084 912 345 678, 0912345678",
        "84.912.345.678, 0912345678",
        "+84 (0)912-345-678, 0912345678",
        "(024) 3826 1234, 02438261234",
        "1022, 1022",
        "8412, 8412",
        "０９１２３４５６７８, 0912345678"
    })
    void phones(String typed, String normalised) {
        assertThat(Normalised.phone(typed)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({"' Lan.Tran@Example.VN ', lan.tran@example.vn", "a @ b.vn, a@b.vn", "'ha\u0300@b.vn', hà@b.vn"})
    void emails(String typed, String normalised) {
        assertThat(Normalised.email(typed)).isEqualTo(normalised);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Normalised.phone("không có")).isEmpty();
        assertThat(Normalised.email(" \u200B")).isEmpty();
    }
}
