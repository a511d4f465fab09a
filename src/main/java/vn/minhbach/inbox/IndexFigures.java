package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.minhbach.inbox.SubmissionCourse.Progress;

/**
 * The figures 5.1 to 5.3 of Decision 766/QĐ-TTg, of the feedback of one period, each with what it counts. The formulas are those of the
 * ministry's description, of which the portal has a transcript only; where the portal's clock says more than they do (waiting for the sender,
 * an extension), the clock holds. What each figure means stands in the bundle under its name.
 */
final class IndexFigures {

    /** To which of the two families of the index a kind of submission belongs. */
    enum Family {
        /** Rules, policies, procedures. */
        RULES,
        /** The conduct of officials. */
        CONDUCT
    }

    /** A figure. */
    enum Key {
        /** 5.1: all of the period. */
        RECEIVED("5.1"),
        OF_RULES("5.1"),
        OF_CONDUCT("5.1"),
        /** 5.2: what was handled in the period, or is. */
        HANDLED("5.2"),
        IN_TIME("5.2"),
        ANSWERED_IN_TIME("5.2"),
        ANSWERED_LATE("5.2"),
        PUBLISHED_LATE("5.2"),
        REFUSED_IN_TIME("5.2"),
        REFUSED_LATE("5.2"),
        TRANSFERRED_IN_TIME("5.2"),
        TRANSFERRED_LATE("5.2"),
        ASKED_IN_TIME("5.2"),
        ASKED_LATE("5.2"),
        OPEN_IN_TIME("5.2"),
        OPEN_LATE("5.2"),
        /** 5.3: what was taken up. */
        TAKEN_UP("5.3"),
        SATISFIED("5.3"),
        UNHAPPY("5.3"),
        OBJECTED("5.3"),
        LATE("5.3");

        private final String index;

        Key(String index) {
            this.index = index;
        }

        /** The number of the index to which it belongs. */
        String index() {
            return index;
        }

        /** That of which it is a part; itself for a whole. */
        Key whole() {
            return switch (this) {
                case RECEIVED, OF_RULES, OF_CONDUCT -> RECEIVED;
                case TAKEN_UP, SATISFIED, UNHAPPY, OBJECTED, LATE -> TAKEN_UP;
                default -> HANDLED;
            };
        }

        /** "of-rules", as addresses and files write it. */
        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Key, List<Long>> counted = new EnumMap<>(Key.class);
    private final Map<Long, SubmissionCourse> courses = new HashMap<>();

    /**
     * @param courses what became of the feedback up to the end of the period, or today: all that was received in it, and all that was
     *     received before and not done before
     */
    static IndexFigures of(ReportPeriod period, List<SubmissionCourse> courses, Map<String, Family> families) {
        var figures = new IndexFigures();
        courses.forEach(course -> figures.courses.put(course.head().id(), course));
        var received = courses.stream()
                .filter(course -> period.holds(course.head().received()))
                .toList();
        figures.put(Key.RECEIVED, received.stream());
        figures.put(Key.OF_RULES, received.stream().filter(of(families, Family.RULES)));
        figures.put(Key.OF_CONDUCT, received.stream().filter(of(families, Family.CONDUCT)));

        var handled = courses.stream()
                .filter(course -> isHandled(course, period.from()))
                .toList();
        figures.put(Key.HANDLED, handled.stream());
        figures.put(
                Key.IN_TIME, handled.stream().filter(course -> course.progress().isInTime()));
        for (var progress : Progress.values()) {
            if (progress != Progress.WITHDRAWN) {
                figures.put(
                        Key.valueOf(progress.name()), handled.stream().filter(course -> course.progress() == progress));
            }
        }

        var takenUp = received.stream()
                .filter(course -> course.state() != InboxState.RECEIVED && !course.isElsewhere())
                .toList();
        Predicate<SubmissionCourse> unhappy = course -> course.isRated() && !course.isResolved();
        figures.put(Key.TAKEN_UP, takenUp.stream());
        figures.put(
                Key.SATISFIED,
                takenUp.stream().filter(course -> !unhappy.test(course) && !course.isObjected() && !course.isLate()));
        figures.put(Key.UNHAPPY, takenUp.stream().filter(unhappy));
        figures.put(Key.OBJECTED, takenUp.stream().filter(SubmissionCourse::isObjected));
        figures.put(Key.LATE, takenUp.stream().filter(SubmissionCourse::isLate));
        return figures;
    }

    private static Predicate<SubmissionCourse> of(Map<String, Family> families, Family family) {
        return course -> families.get(course.head().kind()) == family;
    }

    /** What was not done before the period, and was not taken back. */
    private static boolean isHandled(SubmissionCourse course, LocalDate from) {
        if (course.state() == InboxState.WITHDRAWN) {
            return false;
        }
        return course.state().isOpen()
                || course.state() == InboxState.ANSWERED && course.head().publishable()
                || !course.since().isBefore(from);
    }

    private void put(Key key, Stream<SubmissionCourse> found) {
        counted.put(
                key,
                found.sorted(Comparator.comparing((SubmissionCourse course) ->
                                        course.head().receivedAt())
                                .thenComparing(course -> course.head().id()))
                        .map(course -> course.head().id())
                        .toList());
    }

    /** The numbers of what a figure counts, in the order of receipt. */
    List<Long> behind(Key key) {
        return counted.getOrDefault(key, List.of());
    }

    long count(Key key) {
        return behind(key).size();
    }

    /** In hundredths of a per cent of its whole; -1 where that is nothing, so that no share is told of it. */
    long share(Key key) {
        var whole = count(key.whole());
        return whole == 0 ? -1 : Math.round(count(key) * 10_000.0 / whole);
    }

    /** What became of those that a figure counts. */
    List<SubmissionCourse> courses(Key key) {
        return behind(key).stream()
                .map(id -> Objects.requireNonNull(courses.get(id)))
                .toList();
    }
}
