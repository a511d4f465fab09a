package vn.minhbach.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.legal.Law;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.shared.Time;

/**
 * What became of a submission up to a day, told by its steps alone: what reports count. The same steps tell the same whenever one asks, so a
 * figure of a month that is over stays what it was, but for a rule that the office corrects.
 */
final class SubmissionCourse {

    /**
     * What is known of it beside its steps.
     *
     * @param publishable whether its answer is to become public: its kind is, and its sender lets
     */
    record Head(long id, String kind, String unit, Instant receivedAt, boolean publishable) {

        LocalDate received() {
            return Time.day(receivedAt);
        }
    }

    /** A step, without what was said. */
    record Happened(Instant at, InboxDeed deed, InboxState to) {

        LocalDate day() {
            return Time.day(at);
        }
    }

    /**
     * From when it was to be answered until it was; an answer that was objected to, or a matter that was taken up again, begins another.
     *
     * @param due null while the sender is waited for, and where there is no limit
     * @param answered null while it is not
     */
    record Round(
            LocalDate from,
            @Nullable LocalDate due,
            @Nullable LocalDate answered) {

        /** Whether the answer came, or still has not come, behind its day. */
        boolean isLate(LocalDate today) {
            return due != null && (answered == null ? today : answered).isAfter(due);
        }
    }

    private final Law law;
    private final Head head;
    private final LocalDate asOf;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Happened> happened;

    private InboxState state = InboxState.RECEIVED;
    private LocalDate from;
    private int extension;
    private LocalDate since;
    private @Nullable LocalDate asked;
    private @Nullable LocalDate answered;
    private boolean objected;
    private @Nullable InboxDeed said;

    /** @param steps all of them, in order; those behind the day are passed over */
    SubmissionCourse(Law law, Head head, List<Happened> steps, LocalDate asOf) {
        this.law = law;
        this.head = head;
        this.asOf = asOf;
        from = head.received();
        since = head.received();
        happened = steps.stream().filter(step -> !step.day().isAfter(asOf)).toList();
        for (var i = 0; i < happened.size(); i++) {
            take(happened.get(i), happened.subList(0, i));
        }
        if (state.isOpen()) {
            rounds.add(new Round(from, due(TimeRule.Step.ANSWER, from, happened), null));
        }
    }

    private void take(Happened step, List<Happened> before) {
        var day = step.day();
        switch (step.deed()) {
            case ASK_MORE -> asked = asked == null ? day : asked;
            case EXTEND -> {
                var due = due(TimeRule.Step.ANSWER, from, before);
                // What was over was not put off any more.
                if (due == null || !day.isAfter(due)) {
                    extension = law.rule(head.kind(), TimeRule.Step.EXTEND, head.received())
                            .map(rule -> rule.limit().length())
                            .orElse(0);
                }
            }
            case ANSWER, FOLLOW -> {
                rounds.add(new Round(from, due(TimeRule.Step.ANSWER, from, before), day));
                answered = day;
            }
            case RATE -> said = step.deed();
            // How far it was put off was a matter of the former kind; the days of the new one run from the same day.
            case RECLASSIFY -> extension = 0;
            case OBJECT, REMIND, REOPEN -> {
                objected |= step.deed() == InboxDeed.OBJECT;
                said = step.deed() == InboxDeed.REOPEN ? said : step.deed();
                from = day;
                extension = 0;
                asked = null;
            }
            default -> {
                // Nothing but where it stands.
            }
        }
        if (step.to() != state) {
            since = day;
        }
        state = step.to();
    }

    private @Nullable LocalDate due(TimeRule.Step step, LocalDate begin, List<Happened> until) {
        return law.rule(head.kind(), step, head.received())
                .map(rule -> law.reckoner()
                        .reckon(
                                rule.limit(),
                                begin,
                                SubmissionClock.pauses(step, until),
                                step == TimeRule.Step.ANSWER ? extension : 0)
                        .due())
                .orElse(null);
    }

    Head head() {
        return head;
    }

    InboxState state() {
        return state;
    }

    /** The day on which it came where it stands. */
    LocalDate since() {
        return since;
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** When it was answered last; null if it never was. */
    @Nullable
    LocalDate answered() {
        return answered;
    }

    /** Until when the newest answer is, or was, due; null if the law gives no limit. */
    @Nullable
    LocalDate due() {
        return rounds.isEmpty() ? null : rounds.getLast().due();
    }

    boolean isObjected() {
        return objected;
    }

    /** Whether its sender has said of any answer whether that settles the matter. */
    boolean isRated() {
        return said != null;
    }

    /** Whether the last that its sender said is that an answer settles it; whoever thinks otherwise objects or reminds. */
    boolean isResolved() {
        return said == InboxDeed.RATE;
    }

    /** Whether an answer came late, or is late now. */
    boolean isLate() {
        return rounds.stream().anyMatch(round -> round.isLate(asOf));
    }

    /** Whether its sender has the newest answer. */
    boolean isAnswered() {
        return state.isAnswered();
    }

    /** Whether it is done without an answer: refused, passed on, or taken back. */
    boolean isElsewhere() {
        return !state.isOpen() && !state.isAnswered();
    }

    private boolean within(TimeRule.Step step, LocalDate begin, LocalDate day) {
        var due = due(step, begin, happened);
        return due == null || !day.isAfter(due);
    }

    /** Where it stands as index 766 looks at progress. */
    Progress progress() {
        return switch (state) {
            case REFUSED ->
                within(TimeRule.Step.REFUSE, from, since) ? Progress.REFUSED_IN_TIME : Progress.REFUSED_LATE;
            case TRANSFERRED ->
                within(TimeRule.Step.TRANSFER, from, since) ? Progress.TRANSFERRED_IN_TIME : Progress.TRANSFERRED_LATE;
            case WITHDRAWN -> Progress.WITHDRAWN;
            case ASKED ->
                within(TimeRule.Step.ASK_MORE, from, asked == null ? since : asked)
                        ? Progress.ASKED_IN_TIME
                        : Progress.ASKED_LATE;
            case ANSWERED, PUBLISHED, KEPT_PRIVATE ->
                isLate()
                        ? Progress.ANSWERED_LATE
                        : isPublishedLate() ? Progress.PUBLISHED_LATE : Progress.ANSWERED_IN_TIME;
            default -> isLate() ? Progress.OPEN_LATE : Progress.OPEN_IN_TIME;
        };
    }

    private boolean isPublishedLate() {
        var told = answered;
        return told != null
                && head.publishable()
                && !within(TimeRule.Step.PUBLISH, told, state == InboxState.ANSWERED ? asOf : decided(told));
    }

    /** When it was first decided, after the newest answer, whether that becomes public. */
    private LocalDate decided(LocalDate told) {
        return happened.stream()
                .filter(step -> step.deed() == InboxDeed.PUBLISH || step.deed() == InboxDeed.KEEP_PRIVATE)
                .map(Happened::day)
                .filter(day -> !day.isBefore(told))
                .findFirst()
                .orElse(told);
    }

    /** What reports of index 766 tell apart. */
    enum Progress {
        ANSWERED_IN_TIME(true),
        ANSWERED_LATE(false),
        PUBLISHED_LATE(false),
        REFUSED_IN_TIME(true),
        REFUSED_LATE(false),
        TRANSFERRED_IN_TIME(true),
        TRANSFERRED_LATE(false),
        ASKED_IN_TIME(true),
        ASKED_LATE(false),
        OPEN_IN_TIME(true),
        OPEN_LATE(false),
        /** Taken back by its sender: it counts nowhere. */
        WITHDRAWN(false);

        private final boolean inTime;

        Progress(boolean inTime) {
            this.inTime = inTime;
        }

        boolean isInTime() {
            return inTime;
        }
    }
}
