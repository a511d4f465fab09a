package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months, quarters and years of reports, also of those that close in the middle of a month. */
class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 1, 2026-01-01, 2026-12-31",
        "2026-q1, 1, 2026-01-01, 2026-03-31",
        "2026-q4, 1, 2026-10-01, 2026-12-31",
        "2026-02, 1, 2026-02-01, 2026-02-28",
        "2026, 15, 2025-12-15, 2026-12-14",
        "2026-q1, 15, 2025-12-15, 2026-03-14",
        "2026-01, 15, 2025-12-15, 2026-01-14",
        "2026-12, 15, 2026-11-15, 2026-12-14"
    })
    void hasAFirstAndALastDay(String written, int firstDay, LocalDate from, LocalDate until) {
        var period = ReportPeriod.read(written, firstDay).orElseThrow();

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.until()).isEqualTo(until);
        assertThat(period.written()).isEqualTo(written);
        assertThat(period.holds(from)).isTrue();
        assertThat(period.holds(until)).isTrue();
        assertThat(period.holds(from.minusDays(1))).isFalse();
        assertThat(period.holds(until.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "1999", "2026-13", "2026-00", "2026-q5", "2026-Q1", "2026-1", "2026-06-01", "x"})
    void whatIsNoneIsNotRead(String written) {
        assertThat(ReportPeriod.read(written, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void everyDayLiesInOnePeriodOfEachKind(int firstDay) {
        for (var day = LocalDate.of(2025, 12, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            for (var kind : ReportPeriod.Kind.values()) {
                assertThat(ReportPeriod.of(kind, day, firstDay).holds(day))
                        .as("%s %s", kind, day)
                        .isTrue();
            }
        }
    }

    @Test
    void aDayThatNotEveryMonthHasBeginsNone() {
        assertThatThrownBy(() -> new ReportPeriod(ReportPeriod.Kind.MONTH, 2026, 2, 29))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10000|100", "8750|87,5", "3333|33,33", "5|0,05", "0|0", "9990|99,9"})
    void sharesAreWrittenWithAComma(long hundredths, String written) {
        assertThat(Percent.of(hundredths)).isEqualTo(written);
    }
}
