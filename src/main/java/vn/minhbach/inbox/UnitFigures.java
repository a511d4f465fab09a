package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What everybody is told of how submissions are handled: of those that were received in some time, what has become of them until today. Each
 * of them is in time, late, still open, or done without an answer; so these four make up all. That it was answered is one thing, that it
 * was in time another, and that its sender says it is settled a third.
 *
 * @param name the unit's slug, or a period's as it is written; empty for what no unit has
 * @param answered of all, to how many the sender has an answer
 * @param inTime answered, each time until the day that was set
 * @param late answered behind that day, or not answered yet and behind it
 * @param open not answered yet, and not late
 * @param elsewhere refused, passed to another body, or taken back by the sender
 * @param rated of how many the sender said of any answer whether it settles the matter; what they found unsettled counts also while it is
 *     open again, and once it is answered anew
 * @param resolved of those, of how many the last that the sender said is that it is settled
 */
public record UnitFigures(
        String name,
        long received,
        long answered,
        long inTime,
        long late,
        long open,
        long elsewhere,
        long rated,
        long resolved) {

    static UnitFigures of(String name, List<SubmissionCourse> courses) {
        return new UnitFigures(
                name,
                courses.size(),
                count(courses, SubmissionCourse::isAnswered),
                count(courses, course -> course.isAnswered() && !course.isLate()),
                count(courses, course -> !course.isElsewhere() && course.isLate()),
                count(courses, course -> course.state().isOpen() && !course.isLate()),
                count(courses, SubmissionCourse::isElsewhere),
                count(courses, SubmissionCourse::isRated),
                count(courses, SubmissionCourse::isResolved));
    }

    private interface Test {
        boolean of(SubmissionCourse course);
    }

    private static long count(List<SubmissionCourse> courses, Test test) {
        return courses.stream().filter(test::of).count();
    }

    /** The figures of each group, by its name. */
    static List<UnitFigures> by(List<SubmissionCourse> courses, Function<SubmissionCourse, String> name) {
        var groups = new TreeMap<String, List<SubmissionCourse>>();
        courses.forEach(course -> groups.computeIfAbsent(name.apply(course), unused -> new ArrayList<>())
                .add(course));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }
}
