package vn.minhbach.legal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All rules and the calendar, as they are kept at one moment. */
public final class Law {

    private final WorkingCalendar calendar;
    private final List<TimeRule> rules;

    Law(Collection<CalendarDay> days, Collection<TimeRule> rules) {
        calendar = WorkingCalendar.of(days);
        this.rules = List.copyOf(rules);
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public Reckoner reckoner() {
        return new Reckoner(calendar);
    }

    /** The rule for a step of what was received on a day; empty if the law gives no limit, or the office has not kept it. */
    public Optional<TimeRule> rule(String kind, TimeRule.Step step, LocalDate received) {
        return rules.stream()
                .filter(rule -> rule.getKind().equals(kind) && rule.getStep() == step && rule.holds(received))
                .findFirst();
    }
}
