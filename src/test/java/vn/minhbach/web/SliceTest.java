package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No caller of the API gets more than a hundred items at once, or an error for a silly figure. */
class SliceTest {

    @ParameterizedTest
    @CsvSource({
        "20, 0, 0, 20",
        "' 5 ', ' 10 ', 10, 5",
        "100, 7, 7, 100",
        "101, 7, 7, 100",
        "0, -1, 0, 1",
        "-5, -9999999999, 0, 1",
        "'', '', 0, 20",
        "abc, 1e9, 0, 20",
        "2147483648, 9999999999, 1000000, 100",
        "99999999999999999999, 99999999999999999999, 1000000, 100"
    })
    void sillyFiguresAreTakenToTheNearestSensibleOnes(String limit, String offset, int first, int size) {
        assertThat(Slice.of(limit, offset)).isEqualTo(new Slice(first, size));
    }
}
