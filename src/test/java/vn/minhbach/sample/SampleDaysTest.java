package vn.minhbach.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sample says of days fits the day on which it is published. */
class SampleDaysTest {

    /** A Thursday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ngày {ngay}      | ngày 26/11/2026",
                "ngày {ngay-1}    | ngày 25/11/2026",
                "ngày {ngay-4}    | ngày 20/11/2026",
                "ngày {ngay+3}    | ngày 30/11/2026",
                "sáng {T7+1}      | sáng thứ Bảy, ngày 28/11/2026",
                "sáng {T7+3}      | sáng thứ Bảy, ngày 05/12/2026",
                "tối {CN-7}       | tối Chủ nhật, ngày 22/11/2026",
                "số 21/{nam}/NQ   | số 21/2026/NQ",
                "{nam+36}, {khac} | 2027, {khac}"
            })
    void daysAreCountedFromThePublication(String text, String filled) {
        assertThat(SampleDays.fill(text, PUBLISHED)).isEqualTo(filled);
    }

    @Test
    void noOfficeSignsAtTheWeekend() {
        for (var distance = -9; distance <= 9; distance++) {
            var day = SampleDays.fill("{ngay%+d}".formatted(distance), PUBLISHED);
            assertThat(LocalDate.parse(day, java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy"))
                            .getDayOfWeek()
                            .getValue())
                    .isLessThan(6);
        }
    }
}
