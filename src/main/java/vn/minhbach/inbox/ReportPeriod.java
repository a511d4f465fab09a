package vn.minhbach.inbox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A month, a quarter or a year of which is reported. Where reports close in the middle of a month, as those after Decree 09/2019 do on the
 * fourteenth, a period begins on that day of the month before its first.
 *
 * @param number of the month or the quarter; 1 for a year
 * @param firstDay the day of the month on which periods begin: 1 for those of the calendar, at most 28
 */
record ReportPeriod(Kind kind, int year, int number, int firstDay) {

    /** How long it is. */
    enum Kind {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        int inAYear() {
            return 12 / months;
        }
    }

    private static final Pattern WRITTEN = Pattern.compile("(20\\d{2})(?:-(?:(0[1-9]|1[0-2])|q([1-4])))?");
    private static final int LAST_FIRST_DAY = 28;

    ReportPeriod {
        if (number < 1 || number > kind.inAYear() || firstDay < 1 || firstDay > LAST_FIRST_DAY) {
            throw new IllegalArgumentException(kind + " " + number + " from " + firstDay);
        }
    }

    /** "2026", "2026-q2" or "2026-06", as addresses and files write it; empty for what is none. */
    static Optional<ReportPeriod> read(String written, int firstDay) {
        var found = WRITTEN.matcher(written);
        if (!found.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(found.group(1));
        if (found.group(2) != null) {
            return Optional.of(new ReportPeriod(Kind.MONTH, year, Integer.parseInt(found.group(2)), firstDay));
        }
        return Optional.of(
                found.group(3) == null
                        ? new ReportPeriod(Kind.YEAR, year, 1, firstDay)
                        : new ReportPeriod(Kind.QUARTER, year, Integer.parseInt(found.group(3)), firstDay));
    }

    /** The period of a kind in which a day lies. */
    static ReportPeriod of(Kind kind, LocalDate day, int firstDay) {
        var month = firstDay > 1 && day.getDayOfMonth() >= firstDay
                ? YearMonth.from(day).plusMonths(1)
                : YearMonth.from(day);
        return new ReportPeriod(
                kind, month.getYear(), (month.getMonthValue() - 1) / (12 / kind.inAYear()) + 1, firstDay);
    }

    private LocalDate beginning(int month) {
        var first = YearMonth.of(year, 1).plusMonths(month);
        return firstDay == 1 ? first.atDay(1) : first.minusMonths(1).atDay(firstDay);
    }

    /** Its first day. */
    LocalDate from() {
        return beginning((number - 1) * (12 / kind.inAYear()));
    }

    /** Its last day. */
    LocalDate until() {
        return beginning(number * (12 / kind.inAYear())).minusDays(1);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(until());
    }

    /** "2026", "2026-q2" or "2026-06". */
    String written() {
        return switch (kind) {
            case YEAR -> String.valueOf(year);
            case QUARTER -> year + "-q" + number;
            case MONTH -> "%d-%02d".formatted(year, number);
        };
    }
}
