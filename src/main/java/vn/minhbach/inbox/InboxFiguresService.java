package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.Derived;
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

    /** So old may be what everybody is told; as old as a page in memory. */
    private static final Duration FRESH = Duration.ofMinutes(5);

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

    /** What everybody is told, by year: however many ask for however many periods and kinds, a year is counted once in a while. */
    @Inject
    Derived<Map<Integer, Year>> told;

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
            Clock clock,
            Derived<Map<Integer, Year>> told) {
        this.repository = repository;
        this.inbox = inbox;
        this.legal = legal;
        this.actors = actors;
        this.clock = clock;
        this.told = told;
    }

    /** What everybody is told of a year, made from one look at what was received in it. */
    record Year(Instant madeAt, Map<Of, Counted> counted) {}

    /** A part of a year, and a kind; an empty one means all. */
    private record Of(ReportPeriod period, String kind) {}

    /** @param months of a whole year only */
    private record Counted(UnitFigures all, List<UnitFigures> units, List<UnitFigures> months) {

        static final Counted NOTHING = new Counted(UnitFigures.of("", List.of()), List.of(), List.of());
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

    /**
     * The period of which everybody is told under these words; the running year where there are none. Empty for what is no period, has not begun, or
     * lies in a year in which the portal has received nothing yet.
     */
    Optional<ReportPeriod> told(String written) {
        return written.isEmpty()
                ? Optional.of(ReportPeriod.of(ReportPeriod.Kind.YEAR, today(), firstDay))
                : ReportPeriod.read(written, firstDay)
                        .filter(period -> !period.from().isAfter(today()) && years().contains(period.year()));
    }

    /** Of each unit that something was given to, what was received in a period. An empty kind means all. */
    List<UnitFigures> ofUnits(ReportPeriod period, String kind) {
        return counted(period, kind).units();
    }

    /** Of each month of a year up to now. */
    List<UnitFigures> ofMonths(int year, String kind) {
        return counted(whole(year), kind).months();
    }

    private ReportPeriod whole(int year) {
        return new ReportPeriod(ReportPeriod.Kind.YEAR, year, 1, firstDay);
    }

    private Counted counted(ReportPeriod period, String kind) {
        var year = told.get(ConcurrentHashMap::new)
                .compute(period.year(), (number, known) -> known == null || isOld(known) ? count(number) : known);
        return year.counted().getOrDefault(new Of(period, kind), Counted.NOTHING);
    }

    private boolean isOld(Year year) {
        return year.madeAt().plus(FRESH).isBefore(clock.instant());
    }

    private Year count(int year) {
        var now = clock.instant();
        var groups = new HashMap<Of, List<SubmissionCourse>>();
        for (var course : received(whole(year))) {
            for (var size : ReportPeriod.Kind.values()) {
                var period = ReportPeriod.of(size, course.head().received(), firstDay);
                for (var kind : List.of("", course.head().kind())) {
                    groups.computeIfAbsent(new Of(period, kind), unused -> new ArrayList<>())
                            .add(course);
                }
            }
        }
        var counted = new HashMap<Of, Counted>();
        groups.forEach((of, courses) -> counted.put(
                of,
                new Counted(
                        UnitFigures.of("", courses),
                        UnitFigures.by(courses, course -> course.head().unit()),
                        of.period().kind() == ReportPeriod.Kind.YEAR
                                ? UnitFigures.by(courses, this::month)
                                : List.of())));
        return new Year(now, Map.copyOf(counted));
    }

    /** What was received in a month by a unit. */
    record OfMonth(String month, String unit, UnitFigures figures) {}

    /** Of each month of a year, of each unit. */
    List<OfMonth> ofMonthsAndUnits(int year) {
        return UnitFigures.by(
                        received(whole(year)),
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
        return counted(period, kind).all();
    }

    private List<SubmissionCourse> received(ReportPeriod period) {
        var kinds = inbox.kinds().stream().map(SubmissionKind::getKey).collect(Collectors.toSet());
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
                                publishable.contains(row.kind()) && row.publishable() && !row.keepPrivate()),
                        steps.getOrDefault(row.id(), List.of()),
                        asOf))
                .toList();
    }

    /** What kinds are called, by their words. */
    Map<String, String> kindNames(String language) {
        return inbox.kinds().stream().collect(Collectors.toMap(SubmissionKind::getKey, kind -> kind.name(language)));
    }
}
