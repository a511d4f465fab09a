package vn.minhbach.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar that counts by arithmetic says what one says that walks from day to day. */
class WorkingCalendarTest {

    static final LocalDate BEGIN = LocalDate.of(2025, 12, 1);
    static final int DAYS = 500;

    /** A calendar with holidays and worked days strewn over it, some of which change nothing. */
    static List<CalendarDay> strewn(Random random) {
        var days = new ArrayList<CalendarDay>();
        for (var i = 0; i < DAYS; i++) {
            var day = BEGIN.plusDays(i);
            if (random.nextInt(100) < random.nextInt(40)) {
                days.add(CalendarDay.of(
                        day,
                        random.nextBoolean() ? CalendarDay.Kind.OFF : CalendarDay.Kind.WORKED,
                        "ngày " + random.nextInt(3)));
            }
        }
        return days;
    }

    static boolean naivelyWorking(List<CalendarDay> days, LocalDate day) {
        for (var each : days) {
            if (each.getDay().equals(day)) {
                return each.getKind() == CalendarDay.Kind.WORKED;
            }
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Test
    void itCountsAsOneWhoWalksFromDayToDay() {
        for (var seed = 0; seed < 60; seed++) {
            var days = strewn(new Random(seed));
            var calendar = WorkingCalendar.of(days);
            for (var i = 0; i < DAYS; i += 7) {
                var from = BEGIN.plusDays(i + seed % 7);
                var counted = 0;
                var day = from;
                for (var step = 0; step < 60; step++) {
                    day = day.plusDays(1);
                    assertThat(calendar.isWorking(day)).as("%s, %d", day, seed).isEqualTo(naivelyWorking(days, day));
                    if (naivelyWorking(days, day)) {
                        counted++;
                        assertThat(calendar.plus(from, counted))
                                .as("%s + %d, %d", from, counted, seed)
                                .isEqualTo(day);
                    }
                    assertThat(calendar.working(from, day))
                            .as("%s to %s, %d", from, day, seed)
                            .isEqualTo(counted);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The Tết of 2026, with weekends on both sides.
        "2026-02-13, 1, 2026-02-23",
        "2026-02-12, 2, 2026-02-23",
        // A Saturday that is worked for a Monday.
        "2026-08-21, 1, 2026-08-22",
        "2026-08-28, 1, 2026-09-03",
        // Received at a weekend, or on a holiday.
        "2026-02-21, 1, 2026-02-23",
        "2026-02-18, 3, 2026-02-25"
    })
    void itKnowsTheHolidaysOf2026(LocalDate from, int length, LocalDate expected) {
        var days = new ArrayList<CalendarDay>();
        for (var day = LocalDate.of(2026, 2, 14); day.isBefore(LocalDate.of(2026, 2, 23)); day = day.plusDays(1)) {
            days.add(CalendarDay.of(day, CalendarDay.Kind.OFF, "Tết Nguyên đán"));
        }
        days.add(CalendarDay.of(LocalDate.of(2026, 8, 22), CalendarDay.Kind.WORKED, "làm bù"));
        days.add(CalendarDay.of(LocalDate.of(2026, 8, 31), CalendarDay.Kind.OFF, "hoán đổi"));
        days.add(CalendarDay.of(LocalDate.of(2026, 9, 1), CalendarDay.Kind.OFF, "Quốc khánh"));
        days.add(CalendarDay.of(LocalDate.of(2026, 9, 2), CalendarDay.Kind.OFF, "Quốc khánh"));

        assertThat(WorkingCalendar.of(days).plus(from, length)).isEqualTo(expected);
    }

    @Test
    void aHolidayOnASundayChangesNothing() {
        var sunday = LocalDate.of(2026, 4, 26);
        var calendar = WorkingCalendar.of(List.of(CalendarDay.of(sunday, CalendarDay.Kind.OFF, "Giỗ Tổ")));

        assertThat(calendar.isWorking(sunday)).isFalse();
        assertThat(calendar.plus(LocalDate.of(2026, 4, 24), 1)).isEqualTo(LocalDate.of(2026, 4, 27));
        assertThat(calendar.exceptions(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)))
                .isEmpty();
    }

    @Test
    void thereIsNoWorkingDayNumberZero() {
        assertThatThrownBy(() -> WorkingCalendar.of(List.of()).plus(BEGIN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void yearsOfFreeDaysAreCrossed() {
        var days = new ArrayList<CalendarDay>();
        for (var i = 0; i < 900; i++) {
            days.add(CalendarDay.of(BEGIN.plusDays(i), CalendarDay.Kind.OFF, "nghỉ"));
        }

        assertThat(WorkingCalendar.of(days).plus(BEGIN, 1)).isEqualTo(LocalDate.of(2028, 5, 19));
    }
}
