package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.legal.LegalService;
import vn.minhbach.shared.Time;

/**
 * Counts the inbox: for everybody by unit and period, for the staff as index 766 does. It looks at numbers, days, units and steps only;
 * nothing that a sender wrote is opened for it.
 */
@ApplicationScoped
@Transactional
public class InboxFiguresService {

    private static final int MOST_YEARS = 10;

    @Inject
    InboxFiguresRepository repository;

    @Inject
    InboxRepository inbox;

    @Inject
    LegalService legal;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** On which day of a month reports begin: 1 for the calendar's months, 15 for periods that close on the fourteenth. */
    @Inject
    @ConfigProperty(name = "portal.report.first-day", defaultValue = "1")
    int firstDay = 1;

    protected InboxFiguresService() {}

    /** Without a server, for tests. */
    InboxFiguresService(
            InboxFiguresRepository repository,
            InboxRepository inbox,
            LegalService legal,
            CurrentActor actors,
            Clock clock) {
        this.repository = repository;
        this.inbox = inbox;
        this.legal = legal;
        this.actors = actors;
        this.clock = clock;
    }

    LocalDate today() {
        return Time.day(clock.instant());
    }

    int firstDay() {
        return firstDay;
    }

    /** The period that is written so; the running month, quarter or year if none is. */
    ReportPeriod period(String written, ReportPeriod.Kind otherwise) {
        return ReportPeriod.read(written, firstDay).orElseGet(() -> ReportPeriod.of(otherwise, today(), firstDay));
    }

    // For everybody

    /** Of each unit that something was given to, what was received in a period. An empty kind means all. */
    List<UnitFigures> ofUnits(ReportPeriod period, String kind) {
        return UnitFigures.by(received(period, kind), course -> course.head().unit());
    }

    /** Of each month of a year up to now. */
    List<UnitFigures> ofMonths(int year, String kind) {
        return UnitFigures.by(received(new ReportPeriod(ReportPeriod.Kind.YEAR, year, 1, firstDay), kind), this::month);
    }

    /** What was received in a month by a unit. */
    record OfMonth(String month, String unit, UnitFigures figures) {}

    /** Of each month of a year, of each unit. */
    List<OfMonth> ofMonthsAndUnits(int year) {
        var whole = new ReportPeriod(ReportPeriod.Kind.YEAR, year, 1, firstDay);
        return UnitFigures.by(
                        received(whole, ""),
                        course -> month(course) + " " + course.head().unit())
                .stream()
                .map(each -> {
                    var space = each.name().indexOf(' ');
                    return new OfMonth(
                            each.name().substring(0, space), each.name().substring(space + 1), each);
                })
                .toList();
    }

    private String month(SubmissionCourse course) {
        return ReportPeriod.of(ReportPeriod.Kind.MONTH, course.head().received(), firstDay)
                .written();
    }

    /** Of all together. */
    UnitFigures ofAll(ReportPeriod period, String kind) {
        return UnitFigures.of("", received(period, kind));
    }

    private List<SubmissionCourse> received(ReportPeriod period, String kind) {
        var kinds = inbox.kinds().stream()
                .map(SubmissionKind::getKey)
                .filter(key -> kind.isEmpty() || key.equals(kind))
                .collect(Collectors.toSet());
        return courses(period, kinds, false, null, today());
    }

    /** The years in which something was received, the newest first, at least the running one. */
    List<Integer> years() {
        var years = new TreeSet<Integer>(Comparator.reverseOrder());
        var now = ReportPeriod.of(ReportPeriod.Kind.YEAR, today(), firstDay).year();
        years.add(now);
        repository
                .first()
                .map(first -> ReportPeriod.of(ReportPeriod.Kind.YEAR, Time.day(first), firstDay)
                        .year())
                .ifPresent(first -> {
                    for (var year = Math.max(first, now - MOST_YEARS); year < now; year++) {
                        years.add(year);
                    }
                });
        return List.copyOf(years);
    }

    // For the staff

    /** The figures of index 766, of what somebody may see. */
    IndexFigures index(ReportPeriod period) {
        var families = repository.families();
        var end = period.until().isBefore(today()) ? period.until() : today();
        return IndexFigures.of(
                period,
                courses(period, families.keySet(), true, actors.get().places(Permission.READ_INBOX), end),
                families);
    }

    private List<SubmissionCourse> courses(
            ReportPeriod period, Set<String> kinds, boolean older, @Nullable Set<String> units, LocalDate asOf) {
        var wanted = new InboxFiguresRepository.Wanted(
                kinds,
                period.from().atStartOfDay(Time.ZONE).toInstant(),
                period.until().plusDays(1).atStartOfDay(Time.ZONE).toInstant(),
                older,
                units);
        var law = legal.law();
        var publishable = inbox.kinds().stream()
                .filter(SubmissionKind::isPublishable)
                .map(SubmissionKind::getKey)
                .collect(Collectors.toSet());
        var steps = repository.steps(wanted);
        return repository.rows(wanted).stream()
                .map(row -> new SubmissionCourse(
                        law,
                        new SubmissionCourse.Head(
                                row.id(),
                                row.kind(),
                                row.unit(),
                                row.receivedAt(),
                                publishable.contains(row.kind()) && !row.keepPrivate()),
                        steps.getOrDefault(row.id(), List.of()),
                        asOf))
                .toList();
    }

    /** What kinds are called, by their words. */
    Map<String, String> kindNames(String language) {
        return inbox.kinds().stream().collect(Collectors.toMap(SubmissionKind::getKey, kind -> kind.name(language)));
    }
}
