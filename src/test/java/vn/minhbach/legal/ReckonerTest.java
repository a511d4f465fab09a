package vn.minhbach.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Words;

/** Last days of limits, held against somebody who walks from day to day with a calendar in the hand; and what is said of them. */
class ReckonerTest {

    private static final Limit FIFTEEN = new Limit(15, Limit.Unit.WORKING, "Quyết định 766/QĐ-TTg");
    private static final Limit FIFTEEN_DAYS = new Limit(15, Limit.Unit.CALENDAR, "Luật Tiếp cận thông tin 2016");

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static Reckoner reckoner(CalendarDay... days) {
        return new Reckoner(WorkingCalendar.of(List.of(days)));
    }

    /** From day to day; null if a clock that stands still is met. */
    private static @Nullable LocalDate walked(
            List<CalendarDay> days, Limit limit, LocalDate from, List<Pause> pauses, int extension) {
        var left = limit.length() + extension;
        var day = from;
        while (true) {
            day = day.plusDays(1);
            var at = day;
            var standing = pauses.stream()
                    .filter(pause -> !pause.from().equals(pause.until()))
                    .filter(pause -> !at.isBefore(pause.from()))
                    .filter(pause -> pause.until() == null || !at.isAfter(pause.until()))
                    .toList();
            if (!standing.isEmpty()) {
                if (standing.stream().anyMatch(pause -> pause.until() == null)) {
                    return null;
                }
                continue;
            }
            var working = WorkingCalendarTest.naivelyWorking(days, day);
            if (left > 0 && (limit.unit() == Limit.Unit.CALENDAR || working)) {
                left--;
            }
            if (left == 0 && working) {
                return day;
            }
        }
    }

    @Test
    void itFindsWhatOneFindsWhoWalksFromDayToDay() {
        var met = 0;
        for (var seed = 0; seed < 4000; seed++) {
            var random = new Random(seed);
            var days = WorkingCalendarTest.strewn(new Random(seed % 25));
            var limit = new Limit(
                    1 + random.nextInt(20), random.nextBoolean() ? Limit.Unit.WORKING : Limit.Unit.CALENDAR, "Luật");
            var from = WorkingCalendarTest.BEGIN.plusDays(random.nextInt(250));
            var pauses = new ArrayList<Pause>();
            for (var i = random.nextInt(4); i > 0; i--) {
                var stop = from.plusDays(random.nextInt(40) - 5L);
                pauses.add(new Pause(stop, random.nextInt(8) == 0 ? null : stop.plusDays(random.nextInt(12))));
            }
            var extension = random.nextInt(3) == 0 ? random.nextInt(16) : 0;

            var reckoning = new Reckoner(WorkingCalendar.of(days)).reckon(limit, from, pauses, extension);

            assertThat(reckoning.due())
                    .as("%d: %s from %s, %s, +%d", seed, limit, from, pauses, extension)
                    .isEqualTo(walked(days, limit, from, pauses, extension));
            met += reckoning.pauses().size();
        }
        assertThat(met).isGreaterThan(1000);
    }

    @Test
    void theDayOfReceiptIsNotCounted() {
        // A Monday.
        assertThat(reckoner()
                        .reckon(new Limit(1, Limit.Unit.WORKING, ""), day(6, 1))
                        .due())
                .isEqualTo(day(6, 2));
        assertThat(reckoner()
                        .reckon(new Limit(5, Limit.Unit.WORKING, ""), day(6, 1))
                        .due())
                .isEqualTo(day(6, 8));
    }

    @Test
    void daysThatEndOnAFreeDayEndOnTheNextWorkingDay() {
        // The fifteenth day is a Saturday.
        var reckoning = reckoner().reckon(FIFTEEN_DAYS, day(5, 29));

        assertThat(reckoning.due()).isEqualTo(day(6, 15));
        assertThat(reckoning.rolledFrom()).isEqualTo(day(6, 13));
    }

    @Test
    void theClockStandsStillWhileTheSenderIsWaitedFor() {
        var stopped = reckoner().reckon(FIFTEEN, day(6, 1), List.of(new Pause(day(6, 3), null)), 0);
        assertThat(stopped.due()).isNull();
        assertThat(stopped.isWaiting()).isTrue();

        var goesOn = reckoner().reckon(FIFTEEN, day(6, 1), List.of(new Pause(day(6, 3), day(6, 10))), 0);
        assertThat(goesOn.due()).isEqualTo(day(6, 30));
    }

    @Test
    void whatWasOverdueBeforeItWasAskedStaysOverdue() {
        var limit = new Limit(2, Limit.Unit.WORKING, "");

        assertThat(reckoner()
                        .reckon(limit, day(6, 1), List.of(new Pause(day(6, 4), null)), 0)
                        .due())
                .isEqualTo(day(6, 3));
    }

    @Test
    void askingOnTheLastDayStopsTheClock() {
        var limit = new Limit(2, Limit.Unit.WORKING, "");

        assertThat(reckoner()
                        .reckon(limit, day(6, 1), List.of(new Pause(day(6, 3), null)), 0)
                        .due())
                .isNull();
        assertThat(reckoner()
                        .reckon(limit, day(6, 1), List.of(new Pause(day(6, 3), day(6, 5))), 0)
                        .due())
                .isEqualTo(day(6, 8));
    }

    @Test
    void whoAnswersOnTheSameDayStopsNothing() {
        assertThat(reckoner()
                        .reckon(FIFTEEN, day(6, 1), List.of(new Pause(day(6, 3), day(6, 3))), 0)
                        .due())
                .isEqualTo(reckoner().reckon(FIFTEEN, day(6, 1)).due());
    }

    @Test
    void anExtensionIsOfTheSameSortOfDays() {
        assertThat(reckoner().reckon(FIFTEEN, day(6, 1), List.of(), 15).due()).isEqualTo(day(7, 13));
        assertThatThrownBy(() -> reckoner().reckon(FIFTEEN, day(6, 1), List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExplanationNamesWhatWasCountedAndWhatWasNot() {
        var days = new CalendarDay[] {
            CalendarDay.of(day(4, 27), CalendarDay.Kind.OFF, "nghỉ bù Giỗ Tổ Hùng Vương"),
            CalendarDay.of(day(4, 30), CalendarDay.Kind.OFF, "nghỉ lễ"),
            CalendarDay.of(day(5, 1), CalendarDay.Kind.OFF, "nghỉ lễ"),
            CalendarDay.of(day(5, 9), CalendarDay.Kind.WORKED, "làm bù")
        };
        var reckoning = reckoner(days).reckon(FIFTEEN, day(4, 20), List.of(new Pause(day(5, 11), day(5, 13))), 0);
        var explanation = new Explanation(Words.VIETNAMESE);

        assertThat(explanation.headline(TimeRule.Step.ANSWER, reckoning))
                .isEqualTo("Trả lời: chậm nhất ngày 18/05/2026");
        assertThat(explanation.sentences(reckoning))
                .containsExactly(
                        "15 ngày làm việc, tính từ ngày tiếp theo ngày 20/04/2026, theo Quyết định 766/QĐ-TTg.",
                        "Không tính thời gian chờ người gửi bổ sung, từ ngày 11/05/2026 đến ngày 13/05/2026.",
                        "Trừ thứ Bảy, Chủ nhật và các ngày nghỉ: 27/04/2026 (nghỉ bù Giỗ Tổ Hùng Vương);"
                                + " 30/04/2026–01/05/2026 (nghỉ lễ).",
                        "Tính cả ngày làm bù: 09/05/2026 (làm bù).");
    }

    @Test
    void theExplanationSaysThatTheClockStandsStill() {
        var reckoning = reckoner().reckon(FIFTEEN, day(6, 1), List.of(new Pause(day(6, 3), null)), 5);
        var explanation = new Explanation(Words.VIETNAMESE);

        assertThat(explanation.headline(TimeRule.Step.ANSWER, reckoning))
                .isEqualTo("Trả lời: đang chờ bổ sung, tạm dừng tính hạn");
        assertThat(explanation.sentences(reckoning))
                .containsExactly(
                        "15 ngày làm việc, tính từ ngày tiếp theo ngày 01/06/2026, theo Quyết định 766/QĐ-TTg.",
                        "Đã gia hạn thêm 5 ngày làm việc.",
                        "Tạm dừng từ ngày 03/06/2026 vì chờ người gửi bổ sung.");
    }
}
