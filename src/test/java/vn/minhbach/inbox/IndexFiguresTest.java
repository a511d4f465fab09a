package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.inbox.IndexFigures.Family;
import vn.minhbach.inbox.IndexFigures.Key;
import vn.minhbach.inbox.SubmissionCourse.Happened;
import vn.minhbach.inbox.SubmissionCourse.Head;
import vn.minhbach.inbox.SubmissionCourse.Progress;
import vn.minhbach.legal.Law;
import vn.minhbach.shared.Time;

/**
 * The figures of index 766 and of the public, of cases made by hand. Of what comes in on Monday 1 June 2026, refusing is due on the 3rd,
 * asking for more and passing on by the 8th, the answer by the 22nd, and of an answer of Friday the 19th publication by the 23rd.
 */
class IndexFiguresTest {

    private static final ReportPeriod JUNE = new ReportPeriod(ReportPeriod.Kind.MONTH, 2026, 6, 1);
    private static final ReportPeriod JULY = new ReportPeriod(ReportPeriod.Kind.MONTH, 2026, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final Map<String, Family> FAMILIES =
            Map.of("rule-feedback", Family.RULES, "conduct-feedback", Family.CONDUCT);

    private static final InboxOnH2 H2 = new InboxOnH2();
    private static @Nullable Law law;

    private final List<SubmissionCourse> courses = new ArrayList<>();
    private long last;

    @BeforeAll
    static void read() {
        law = H2.ask(desk -> desk.legal.law());
    }

    @AfterAll
    static void close() {
        H2.close();
    }

    /** "ASSIGN 2", "ANSWER 19": a deed, and its day of June; a day behind 30 lies in July. */
    private static Happened step(String written) {
        var parts = written.split(" ");
        var deed = InboxDeed.valueOf(parts[0]);
        var to = switch (deed) {
            case ASSIGN, EXTEND -> InboxState.ASSIGNED;
            case ASK_MORE -> InboxState.ASKED;
            case SUPPLEMENT -> InboxState.SUPPLEMENTED;
            case REFUSE -> InboxState.REFUSED;
            case TRANSFER -> InboxState.TRANSFERRED;
            case WITHDRAW -> InboxState.WITHDRAWN;
            case ANSWER, RATE -> InboxState.ANSWERED;
            case PUBLISH -> InboxState.PUBLISHED;
            case KEEP_PRIVATE -> InboxState.KEPT_PRIVATE;
            case OBJECT, REMIND -> InboxState.IN_WORK;
            case REOPEN, UNMERGE -> InboxState.RECEIVED;
            case MERGE -> InboxState.MERGED;
            case RECLASSIFY -> InboxState.IN_WORK;
            default -> throw new IllegalArgumentException(written);
        };
        return new Happened(
                LocalDate.of(2026, 5, 31)
                        .plusDays(Integer.parseInt(parts[1]))
                        .atTime(10, 0)
                        .atZone(Time.ZONE)
                        .toInstant(),
                deed,
                to);
    }

    private SubmissionCourse course(String kind, int received, LocalDate asOf, String... steps) {
        last++;
        var at = LocalDate.of(2026, 5, 31)
                .plusDays(received)
                .atTime(9, 0)
                .atZone(Time.ZONE)
                .toInstant();
        var all = new ArrayList<Happened>();
        all.add(new Happened(at, InboxDeed.SUBMIT, InboxState.RECEIVED));
        for (var step : steps) {
            all.add(step(step));
        }
        return new SubmissionCourse(
                java.util.Objects.requireNonNull(law), new Head(last, kind, "van-phong", at, true), all, asOf);
    }

    private long add(String kind, int received, String... steps) {
        courses.add(course(kind, received, END, steps));
        return last;
    }

    private Progress progress(LocalDate asOf, String... steps) {
        return course("conduct-feedback", 1, asOf, steps).progress();
    }

    private IndexFigures june() {
        return IndexFigures.of(JUNE, courses, FAMILIES);
    }

    @Test
    void everyStepHasItsDay() {
        assertThat(progress(END, "REFUSE 3")).isEqualTo(Progress.REFUSED_IN_TIME);
        assertThat(progress(END, "REFUSE 4")).isEqualTo(Progress.REFUSED_LATE);
        assertThat(progress(END, "TRANSFER 8")).isEqualTo(Progress.TRANSFERRED_IN_TIME);
        assertThat(progress(END, "TRANSFER 9")).isEqualTo(Progress.TRANSFERRED_LATE);
        assertThat(progress(END, "ASK_MORE 8")).isEqualTo(Progress.ASKED_IN_TIME);
        assertThat(progress(END, "ASK_MORE 9")).isEqualTo(Progress.ASKED_LATE);
        assertThat(progress(END, "ASSIGN 2", "ANSWER 22", "PUBLISH 24")).isEqualTo(Progress.ANSWERED_IN_TIME);
        assertThat(progress(END, "ASSIGN 2", "ANSWER 23", "PUBLISH 23")).isEqualTo(Progress.ANSWERED_LATE);
        assertThat(progress(END, "ANSWER 19", "PUBLISH 23")).isEqualTo(Progress.ANSWERED_IN_TIME);
        assertThat(progress(END, "ANSWER 19", "PUBLISH 24")).isEqualTo(Progress.PUBLISHED_LATE);
        assertThat(progress(END, "ANSWER 19", "KEEP_PRIVATE 22")).isEqualTo(Progress.ANSWERED_IN_TIME);
        assertThat(progress(LocalDate.of(2026, 6, 23), "ANSWER 19")).isEqualTo(Progress.ANSWERED_IN_TIME);
        assertThat(progress(LocalDate.of(2026, 6, 24), "ANSWER 19")).isEqualTo(Progress.PUBLISHED_LATE);
        assertThat(progress(LocalDate.of(2026, 6, 22), "ASSIGN 2")).isEqualTo(Progress.OPEN_IN_TIME);
        assertThat(progress(LocalDate.of(2026, 6, 23), "ASSIGN 2")).isEqualTo(Progress.OPEN_LATE);
        assertThat(progress(END, "WITHDRAW 2")).isEqualTo(Progress.WITHDRAWN);
    }

    @Test
    void theTimeInWhichTheSenderIsWaitedForDoesNotCount() {
        // From the 4th to the 15th: the clock stood still for seven working days of that, and goes on on the 16th.
        assertThat(progress(END, "ASK_MORE 4", "SUPPLEMENT 15", "ANSWER 26", "PUBLISH 26"))
                .isEqualTo(Progress.ANSWERED_IN_TIME);
        assertThat(progress(END, "ASK_MORE 4", "SUPPLEMENT 4", "ANSWER 26")).isEqualTo(Progress.ANSWERED_LATE);
        // Asked on the 2nd, so that all of the time is left for refusing and passing on from the 15th.
        assertThat(progress(END, "ASK_MORE 2", "SUPPLEMENT 15", "REFUSE 17")).isEqualTo(Progress.REFUSED_IN_TIME);
        assertThat(progress(END, "ASK_MORE 2", "SUPPLEMENT 15", "REFUSE 18")).isEqualTo(Progress.REFUSED_LATE);
        assertThat(progress(END, "ASK_MORE 4", "SUPPLEMENT 15", "REFUSE 15")).isEqualTo(Progress.REFUSED_LATE);
        assertThat(progress(END, "ASK_MORE 4", "SUPPLEMENT 15", "TRANSFER 18")).isEqualTo(Progress.TRANSFERRED_IN_TIME);
        assertThat(progress(END, "ASK_MORE 4", "SUPPLEMENT 15", "TRANSFER 19")).isEqualTo(Progress.TRANSFERRED_LATE);
    }

    /** Joined on the 2nd, before a day of the two for refusing was over; parted on the 15th, it goes on on the 16th. */
    @Test
    void theTimeInWhichItWasJoinedToAnotherDoesNotCountForDeciding() {
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "REFUSE 17")).isEqualTo(Progress.REFUSED_IN_TIME);
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "REFUSE 18")).isEqualTo(Progress.REFUSED_LATE);
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "TRANSFER 22")).isEqualTo(Progress.TRANSFERRED_IN_TIME);
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "TRANSFER 23")).isEqualTo(Progress.TRANSFERRED_LATE);
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "ASK_MORE 22")).isEqualTo(Progress.ASKED_IN_TIME);
        // Joined when that was over already, it stays late; the answer is due as if it had never been joined.
        assertThat(progress(END, "MERGE 4", "UNMERGE 15", "REFUSE 15")).isEqualTo(Progress.REFUSED_LATE);
        assertThat(progress(END, "MERGE 2", "UNMERGE 15", "ASSIGN 16", "ANSWER 23"))
                .isEqualTo(Progress.ANSWERED_LATE);
    }

    @Test
    void anExtensionCountsIfItWasGivenUntilTheDay() {
        var july = LocalDate.of(2026, 7, 31);
        var steps = new String[] {"ASSIGN 2", "EXTEND 22", "ANSWER 43"};
        var tooLate = new String[] {"ASSIGN 2", "EXTEND 23", "ANSWER 24"};

        // 15 working days more: Monday 13 July.
        assertThat(course("information-request", 1, july, steps).isLate()).isFalse();
        assertThat(course("information-request", 1, july, tooLate).isLate()).isTrue();
        // Asked on the 22nd, the last day: the clock stands still, and goes on on Friday the 26th.
        assertThat(course(
                                "information-request",
                                1,
                                july,
                                "ASSIGN 2",
                                "ASK_MORE 22",
                                "SUPPLEMENT 25",
                                "ASSIGN 26",
                                "EXTEND 26",
                                "ANSWER 46")
                        .isLate())
                .isFalse();
    }

    @Test
    void whatHappenedBehindTheDayIsNotKnown() {
        assertThat(progress(LocalDate.of(2026, 6, 20), "ASSIGN 2", "ANSWER 23")).isEqualTo(Progress.OPEN_IN_TIME);
        assertThat(progress(LocalDate.of(2026, 6, 21), "ANSWER 19", "OBJECT 22"))
                .isEqualTo(Progress.ANSWERED_IN_TIME);
    }

    @Test
    void anAnswerThatWasObjectedToHasAnotherDay() {
        var course = course("conduct-feedback", 1, LocalDate.of(2026, 7, 31), "ANSWER 19", "OBJECT 22", "ANSWER 44");

        // 15 working days from Monday the 22nd: Monday 13 July; answered on the 14th.
        assertThat(course.rounds())
                .extracting(SubmissionCourse.Round::due)
                .containsExactly(LocalDate.of(2026, 6, 22), LocalDate.of(2026, 7, 13));
        assertThat(course.isLate()).isTrue();
        assertThat(course.isObjected()).isTrue();
        assertThat(course.progress()).isEqualTo(Progress.ANSWERED_LATE);
    }

    @Test
    void howFarItWasPutOffUnderAFormerKindPutsNothingOffAnyMore() {
        var extended = course("information-request", 1, END, "ASSIGN 2", "EXTEND 3", "ANSWER 30");
        var moved = course("information-request", 1, END, "ASSIGN 2", "EXTEND 3", "RECLASSIFY 4", "ANSWER 30");

        assertThat(extended.isLate()).isFalse();
        assertThat(moved.isLate()).isTrue();
    }

    @Test
    void ofFeedbackIsToldHowMuchIsOfWhichFamily() {
        var rule = add("rule-feedback", 1);
        var conduct = add("conduct-feedback", 2, "REFUSE 3");
        var other = add("conduct-feedback", 30);

        var figures = june();
        assertThat(figures.behind(Key.RECEIVED)).containsExactly(rule, conduct, other);
        assertThat(figures.behind(Key.OF_RULES)).containsExactly(rule);
        assertThat(figures.behind(Key.OF_CONDUCT)).containsExactly(conduct, other);
        assertThat(figures.share(Key.OF_RULES)).isEqualTo(3333);
        assertThat(IndexFigures.of(JULY, courses, FAMILIES).count(Key.RECEIVED)).isZero();
    }

    @Test
    void progressCountsWhatWasHandledInThePeriodOrIs() {
        var before = add("conduct-feedback", -20, "ASSIGN -19", "ANSWER -10", "PUBLISH -9");
        var late = add("conduct-feedback", -20, "ASSIGN -19");
        var inTime = add("rule-feedback", 1, "ASSIGN 2", "ANSWER 19", "PUBLISH 22");
        var refused = add("rule-feedback", 1, "REFUSE 4");
        var open = add("rule-feedback", 25);
        add("rule-feedback", 1, "WITHDRAW 2");

        var figures = june();
        assertThat(figures.behind(Key.HANDLED)).containsExactlyInAnyOrder(late, inTime, refused, open);
        assertThat(figures.behind(Key.HANDLED)).doesNotContain(before);
        assertThat(figures.behind(Key.IN_TIME)).containsExactlyInAnyOrder(inTime, open);
        assertThat(figures.behind(Key.OPEN_LATE)).containsExactly(late);
        assertThat(figures.behind(Key.REFUSED_LATE)).containsExactly(refused);
        assertThat(figures.share(Key.IN_TIME)).isEqualTo(5000);
        var parts = 0L;
        for (var progress : Progress.values()) {
            parts += progress == Progress.WITHDRAWN ? 0 : figures.count(Key.valueOf(progress.name()));
        }
        assertThat(parts).isEqualTo(figures.count(Key.HANDLED));
    }

    @Test
    void whoIsUnhappyOrWaitedTooLongOrAskedAgainIsCountedOnce() {
        var happy = add("rule-feedback", 1, "ANSWER 19", "RATE 22");
        var silent = add("rule-feedback", 1, "ANSWER 19");
        var promised = add("rule-feedback", 1, "ANSWER 23", "REMIND 24");
        var objected = add("rule-feedback", 1, "ANSWER 19", "OBJECT 22");
        var settled = add("rule-feedback", 1, "ANSWER 19", "REMIND 22", "ANSWER 23", "RATE 24");
        var late = add("rule-feedback", 1, "ASSIGN 2");
        add("rule-feedback", 1);
        add("rule-feedback", 1, "REFUSE 2");
        add("rule-feedback", 1, "TRANSFER 2");

        var figures = june();
        assertThat(figures.behind(Key.TAKEN_UP)).containsExactly(happy, silent, promised, objected, settled, late);
        assertThat(figures.behind(Key.SATISFIED)).containsExactly(happy, silent, settled);
        assertThat(figures.behind(Key.UNHAPPY)).containsExactly(promised, objected);
        assertThat(figures.behind(Key.OBJECTED)).containsExactly(objected);
        assertThat(figures.behind(Key.LATE)).containsExactly(promised, late);
        assertThat(figures.share(Key.SATISFIED)).isEqualTo(5000);
    }

    @Test
    void whatASenderSaidStaysSaidUntilTheySayAnotherThing() {
        var july = LocalDate.of(2026, 7, 31);
        var steps = new String[] {"ANSWER 19", "OBJECT 22", "ANSWER 33", "RATE 34", "REMIND 40", "REOPEN 41"};

        assertThat(course("rule-feedback", 1, LocalDate.of(2026, 6, 21), steps).isRated())
                .isFalse();
        for (var day : List.of(END, LocalDate.of(2026, 7, 3), july)) {
            var told = course("rule-feedback", 1, day, steps);
            assertThat(told.isRated()).as("%s", day).isTrue();
            assertThat(told.isResolved()).as("%s", day).isFalse();
        }
        assertThat(course("rule-feedback", 1, LocalDate.of(2026, 7, 4), steps).isResolved())
                .isTrue();
    }

    @Test
    void nothingHasNoShare() {
        assertThat(june().share(Key.SATISFIED)).isEqualTo(-1);
        assertThat(june().share(Key.IN_TIME)).isEqualTo(-1);
    }

    @Test
    void thePublicReadsHowMuchWasAnsweredAndHowMuchIsSettledAsDifferentFigures() {
        add("rule-feedback", 1, "ANSWER 19", "RATE 22");
        add("rule-feedback", 1, "ANSWER 22", "OBJECT 23", "ANSWER 24");
        add("rule-feedback", 1, "ANSWER 23");
        add("rule-feedback", 1, "ASSIGN 2");
        add("rule-feedback", 25, "ASSIGN 26");
        add("rule-feedback", 1, "REFUSE 4");

        var told = UnitFigures.of("van-phong", courses);
        assertThat(told).isEqualTo(new UnitFigures("van-phong", 6, 3, 2, 2, 1, 1, 2, 1));
        assertThat(told.inTime() + told.late() + told.open() + told.elsewhere()).isEqualTo(told.received());
        assertThat(UnitFigures.by(courses, course -> course.head().unit())).containsExactly(told);
    }
}
