package vn.minhbach.legal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last day of a limit. The day on which a matter comes in is not counted (Civil Code 2015, article 147.2); nor is a day on which
 * the clock stands still. A limit in calendar days that ends on a free day ends on the next working day (article 148.5).
 */
public final class Reckoner {

    private final WorkingCalendar calendar;

    public Reckoner(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    public Reckoning reckon(Limit limit, LocalDate from) {
        return reckon(limit, from, List.of(), 0);
    }

    /** @param extension by how many days more, of the same sort */
    public Reckoning reckon(Limit limit, LocalDate from, List<Pause> pauses, int extension) {
        if (extension < 0) {
            throw new IllegalArgumentException("An extension by " + extension + " days");
        }
        var start = from;
        long left = (long) limit.length() + extension;
        @Nullable LocalDate lastCounted = null;
        var met = new ArrayList<Pause>();
        for (var pause : merged(pauses, from)) {
            var before = pause.from().minusDays(1);
            var available = left == 0 ? 0 : count(limit.unit(), start, before);
            if (left == 0 || available >= left) {
                var end = left == 0 ? start : plus(limit.unit(), start, left);
                var candidate = left == 0 ? calendar.plus(start, 1) : calendar.orNext(end);
                if (!candidate.isAfter(before)) {
                    return told(limit, from, extension, met, candidate, left == 0 ? lastCounted : end);
                }
                // It would end on a free day, and the clock stops before that is over.
                lastCounted = left == 0 ? lastCounted : end;
                left = 0;
            } else {
                left -= available;
            }
            met.add(pause);
            var until = pause.until();
            if (until == null) {
                return told(limit, from, extension, met, null, null);
            }
            start = until;
        }
        if (left == 0) {
            return told(limit, from, extension, met, calendar.plus(start, 1), lastCounted);
        }
        var end = plus(limit.unit(), start, left);
        return told(limit, from, extension, met, calendar.orNext(end), end);
    }

    private long count(Limit.Unit unit, LocalDate after, LocalDate until) {
        if (!until.isAfter(after)) {
            return 0;
        }
        return unit == Limit.Unit.WORKING ? calendar.working(after, until) : ChronoUnit.DAYS.between(after, until);
    }

    private LocalDate plus(Limit.Unit unit, LocalDate after, long days) {
        return unit == Limit.Unit.WORKING ? calendar.plus(after, days) : after.plusDays(days);
    }

    private Reckoning told(
            Limit limit,
            LocalDate from,
            int extension,
            List<Pause> met,
            @Nullable LocalDate due,
            @Nullable LocalDate ended) {
        var isWorking = limit.unit() == Limit.Unit.WORKING;
        var rolled = due != null && ended != null && !ended.equals(due);
        var until = due == null ? from : due;
        var after = isWorking ? from : rolled && ended != null ? ended.minusDays(1) : until;
        var exceptions = calendar.exceptions(after, until).stream()
                .filter(day -> met.stream().noneMatch(pause -> isIn(pause, day.getDay())))
                .toList();
        return new Reckoning(
                due,
                from,
                limit,
                extension,
                of(exceptions, CalendarDay.Kind.OFF),
                isWorking ? of(exceptions, CalendarDay.Kind.WORKED) : List.of(),
                met,
                rolled ? ended : null);
    }

    private static List<CalendarDay> of(List<CalendarDay> days, CalendarDay.Kind kind) {
        return days.stream().filter(day -> day.getKind() == kind).toList();
    }

    private static boolean isIn(Pause pause, LocalDate day) {
        var until = pause.until();
        return !day.isBefore(pause.from()) && (until == null || !day.isAfter(until));
    }

    /** In order, those that touch for one reason made one, without what ends before the clock begins. */
    private static List<Pause> merged(List<Pause> pauses, LocalDate from) {
        var merged = new ArrayList<Pause>();
        pauses.stream()
                .filter(pause -> !pause.stopsNothing())
                .filter(pause -> endsAfter(pause, from))
                .map(pause ->
                        pause.from().isAfter(from) ? pause : new Pause(from.plusDays(1), pause.until(), pause.reason()))
                .sorted(Comparator.comparing(Pause::from))
                .forEach(pause -> {
                    var last = merged.isEmpty() ? null : merged.getLast();
                    var end = last == null ? null : last.until();
                    if (last == null
                            || last.reason() != pause.reason()
                            || end != null && pause.from().isAfter(end.plusDays(1))) {
                        merged.add(pause);
                    } else {
                        var until = pause.until();
                        merged.set(
                                merged.size() - 1,
                                new Pause(
                                        last.from(),
                                        end == null || until == null ? null : end.isAfter(until) ? end : until,
                                        last.reason()));
                    }
                });
        return merged;
    }

    private static boolean endsAfter(Pause pause, LocalDate from) {
        var until = pause.until();
        return until == null || until.isAfter(from);
    }
}
