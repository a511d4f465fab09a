package vn.minhbach.legal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which days the office works: Monday to Friday, without holidays, with the Saturdays that are worked instead of other days. Days are
 * Vietnam's. It is counted by arithmetic, so a limit of a year costs what one of a day costs.
 */
public final class WorkingCalendar {

    /** A Monday before all that is counted. */
    private static final LocalDate ORIGIN = LocalDate.of(1900, 1, 1);

    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    private final Map<LocalDate, CalendarDay> exceptions = new HashMap<>();

    /** Weekdays that are free, and weekends that are worked, in order: days since the origin. */
    private final long[] off;

    private final long[] worked;

    private WorkingCalendar(Collection<CalendarDay> days) {
        for (var day : days) {
            var weekend = isWeekend(day.getDay());
            // A holiday on a Sunday changes nothing, nor does a Monday that is worked.
            if (day.isCounted() && weekend == (day.getKind() == CalendarDay.Kind.WORKED)) {
                exceptions.put(day.getDay(), day);
            }
        }
        off = sorted(CalendarDay.Kind.OFF);
        worked = sorted(CalendarDay.Kind.WORKED);
    }

    public static WorkingCalendar of(Collection<CalendarDay> days) {
        return new WorkingCalendar(days);
    }

    private long[] sorted(CalendarDay.Kind kind) {
        return exceptions.values().stream()
                .filter(day -> day.getKind() == kind)
                .mapToLong(day -> number(day.getDay()))
                .sorted()
                .toArray();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static long number(LocalDate day) {
        return day.toEpochDay() - ORIGIN.toEpochDay();
    }

    public boolean isWorking(LocalDate day) {
        return exceptions.containsKey(day) == isWeekend(day);
    }

    /** How many working days there are behind the one and up to the other. */
    public long working(LocalDate after, LocalDate until) {
        return ordinal(number(until)) - ordinal(number(after));
    }

    /** The working day that is the n-th behind a day. */
    public LocalDate plus(LocalDate after, long n) {
        if (n < 1) {
            throw new IllegalArgumentException(n + " working days");
        }
        var wanted = ordinal(number(after)) + n;
        var low = number(after);
        var high = low + 2 * n + 7;
        while (ordinal(high) < wanted) {
            high += 2 * n + 7 + off.length;
        }
        while (high - low > 1) {
            var middle = (low + high) >>> 1;
            if (ordinal(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return ORIGIN.plusDays(high);
    }

    /** The day itself if it is a working day, else the next one that is. */
    public LocalDate orNext(LocalDate day) {
        return isWorking(day) ? day : plus(day, 1);
    }

    /** How many working days there are from the origin up to a day. */
    private long ordinal(long day) {
        var weeks = Math.floorDiv(day, 7);
        var rest = Math.min(Math.floorMod(day, 7) + 1, WORKING_DAYS_OF_A_WEEK);
        return weeks * WORKING_DAYS_OF_A_WEEK + rest - upTo(off, day) + upTo(worked, day);
    }

    private static int upTo(long[] days, long day) {
        var place = Arrays.binarySearch(days, day);
        return place < 0 ? -place - 1 : place + 1;
    }

    /** The days behind the one and up to the other that are not what their weekday says, in order. */
    public List<CalendarDay> exceptions(LocalDate after, LocalDate until) {
        return exceptions.values().stream()
                .filter(day -> day.getDay().isAfter(after) && !day.getDay().isAfter(until))
                .sorted(Comparator.comparing(CalendarDay::getDay))
                .toList();
    }

    /** What a day is beside its weekday; null if nothing. */
    @Nullable
    CalendarDay exception(LocalDate day) {
        return exceptions.get(day);
    }
}
