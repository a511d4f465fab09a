package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.legal.Law;
import vn.minhbach.legal.Pause;
import vn.minhbach.legal.Reckoning;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.shared.Time;

/** What is due of a submission, and why on that day. The law of the day of receipt governs. */
final class SubmissionClock {

    private final Law law;
    private final Submission submission;
    private final List<InboxEvent> events;
    private final boolean publishable;

    /** How a limit stands. */
    enum Standing {
        /** What it is set for was done. */
        DONE,
        /** That is to be done, and is late behind the day. */
        OWED,
        /** That can be done, and nobody is late who does not. */
        OPEN,
        /** That was not done, and will not be. */
        PAST
    }

    /**
     * Something that is due, or was.
     *
     * @param done when it was done; null if it was not
     */
    record Due(
            TimeRule.Step step,
            Reckoning reckoning,
            Standing standing,
            @Nullable LocalDate done) {}

    /**
     * @param events of the submission, in order
     * @param publishable whether the answer that its sender has is to become public
     */
    SubmissionClock(Law law, Submission submission, List<InboxEvent> events, boolean publishable) {
        this.law = law;
        this.submission = submission;
        this.events = events;
        this.publishable = publishable;
    }

    /** What the office has to do next; empty if there is nothing, or no limit for it. */
    Optional<Due> next() {
        return switch (submission.getState()) {
            case RECEIVED, SUPPLEMENTED -> first();
            case ASKED, ASSIGNED, IN_WORK, DRAFTED, APPROVED, MERGED -> answer();
            case ANSWERED -> publishable ? of(TimeRule.Step.PUBLISH) : Optional.empty();
            case PUBLISHED, KEPT_PRIVATE, REFUSED, TRANSFERRED, WITHDRAWN -> Optional.empty();
        };
    }

    /** While nobody has decided, whichever of the limits comes first that the decision is to keep. */
    private Optional<Due> first() {
        return all().stream()
                .filter(due -> due.standing() == Standing.OWED)
                .min(Comparator.comparing(
                        due -> Objects.requireNonNullElse(due.reckoning().due(), Submission.NEVER)));
    }

    /** Until when the sender is to have the answer. */
    Optional<Due> answer() {
        return of(TimeRule.Step.ANSWER);
    }

    /** Every limit that the law sets for it where it stands, in the order of the steps; publication only of an answer that is to become public. */
    List<Due> all() {
        return Stream.of(
                        TimeRule.Step.TELL,
                        TimeRule.Step.REFUSE,
                        TimeRule.Step.ASK_MORE,
                        TimeRule.Step.TRANSFER,
                        TimeRule.Step.ANSWER,
                        TimeRule.Step.PUBLISH)
                .filter(step -> step != TimeRule.Step.PUBLISH || publishable)
                .flatMap(step -> of(step).stream())
                .toList();
    }

    private Optional<Due> of(TimeRule.Step step) {
        return law.rule(submission.getKind(), step, Time.day(submission.getReceivedAt()))
                .map(rule -> law.reckoner()
                        .reckon(
                                rule.limit(),
                                begin(step),
                                pauses(step, happened()),
                                step == TimeRule.Step.ANSWER ? submission.getExtension() : 0))
                .map(reckoning -> {
                    var done = done(step);
                    return new Due(step, reckoning, done == null ? standing(step, reckoning) : Standing.DONE, done);
                });
    }

    private List<SubmissionCourse.Happened> happened() {
        return events.stream()
                .map(event -> new SubmissionCourse.Happened(event.getAt(), event.getDeed(), event.getTo()))
                .toList();
    }

    /**
     * The times in which the clock of a step stood still: that of every one for which the sender can be waited for, while they are; that of deciding, while the
     * matter was joined to another one and parted from it later. While it was joined it was decided.
     *
     * @param happened all that happened, in order
     */
    static List<Pause> pauses(TimeRule.Step step, List<SubmissionCourse.Happened> happened) {
        var pauses = new ArrayList<Pause>();
        @Nullable LocalDate asked = null;
        @Nullable LocalDate joined = null;
        for (var each : happened) {
            var day = each.day();
            if (each.to() == InboxState.ASKED) {
                asked = asked == null ? day : asked;
            } else if (asked != null) {
                if (isStopped(step)) {
                    pauses.add(new Pause(asked, day));
                }
                asked = null;
            }
            if (each.deed() == InboxDeed.MERGE) {
                joined = day;
            } else if (each.deed() == InboxDeed.UNMERGE && joined != null && isDecision(step)) {
                pauses.add(new Pause(joined, day, Pause.Reason.JOINED));
                joined = null;
            }
        }
        if (asked != null && isStopped(step)) {
            pauses.add(new Pause(asked, null));
        }
        return pauses;
    }

    /** Whether waiting for the sender stops the clock of a step: asking them is over before that begins, and publishing comes behind it. */
    private static boolean isStopped(TimeRule.Step step) {
        return step != TimeRule.Step.ASK_MORE && step != TimeRule.Step.PUBLISH;
    }

    /** Whether a step is one by which is decided what becomes of the matter, or tells of that. */
    private static boolean isDecision(TimeRule.Step step) {
        return step == TimeRule.Step.TELL
                || step == TimeRule.Step.REFUSE
                || step == TimeRule.Step.ASK_MORE
                || step == TimeRule.Step.TRANSFER;
    }

    private LocalDate begin(TimeRule.Step step) {
        var answered = submission.getAnsweredAt();
        return step == TimeRule.Step.PUBLISH && answered != null ? Time.day(answered) : submission.getClockFrom();
    }

    /** When that was done for which a limit is set, since the clock began; null if it was not. */
    private @Nullable LocalDate done(TimeRule.Step step) {
        var state = submission.getState();
        var answered = submission.getAnsweredAt();
        return switch (step) {
            case TELL -> decided();
            case REFUSE -> state == InboxState.REFUSED ? day(InboxDeed.REFUSE) : null;
            case ASK_MORE -> day(InboxDeed.ASK_MORE);
            case TRANSFER -> state == InboxState.TRANSFERRED ? day(InboxDeed.TRANSFER) : null;
            case ANSWER -> state.isAnswered() && answered != null ? Time.day(answered) : null;
            case PUBLISH -> state == InboxState.PUBLISHED ? day(InboxDeed.PUBLISH) : null;
            case STATUS, EXTEND, REMIND -> null;
        };
    }

    /** How something stands that was not done. */
    private Standing standing(TimeRule.Step step, Reckoning reckoning) {
        var state = submission.getState();
        return switch (step) {
            case TELL -> isUndecided(state) ? Standing.OWED : Standing.PAST;
            case REFUSE ->
                isLapsed(reckoning, InboxDeed.ASK_MORE, InboxDeed.MERGE)
                        ? Standing.PAST
                        : standing(InboxStep.of(state, InboxDeed.REFUSE));
            case ASK_MORE ->
                isLapsed(reckoning, InboxDeed.MERGE)
                        ? Standing.PAST
                        : standing(InboxStep.of(state, InboxDeed.ASK_MORE));
            case TRANSFER ->
                isLapsed(reckoning, InboxDeed.MERGE)
                        ? Standing.PAST
                        : standing(InboxStep.of(state, InboxDeed.TRANSFER));
            case ANSWER -> state.isOpen() ? Standing.OWED : Standing.PAST;
            case PUBLISH -> state == InboxState.ANSWERED ? Standing.OWED : Standing.PAST;
            case STATUS, EXTEND, REMIND -> Standing.PAST;
        };
    }

    /** One of the ways to decide is owed while nobody has decided, and can be gone for as long as the table lets. */
    private Standing standing(Optional<InboxStep> row) {
        return row.isEmpty() ? Standing.PAST : isUndecided(submission.getState()) ? Standing.OWED : Standing.OPEN;
    }

    /** Whoever has decided otherwise behind the day does not decide so any more, and owes nothing by that. @param otherwise by one of these */
    private boolean isLapsed(Reckoning reckoning, InboxDeed... otherwise) {
        var due = reckoning.due();
        var deeds = List.of(otherwise);
        return due != null
                && round().stream()
                        .filter(event -> deeds.contains(event.getDeed()))
                        .anyMatch(event -> Time.day(event.getAt()).isAfter(due));
    }

    /** Whether nobody has decided yet what becomes of it. */
    static boolean isUndecided(InboxState state) {
        return state == InboxState.RECEIVED || state == InboxState.SUPPLEMENTED;
    }

    /** When it was decided that, and how, the matter is handled; null while that is open, or open again. */
    private @Nullable LocalDate decided() {
        @Nullable LocalDate decided = null;
        for (var event : round()) {
            if (isUndecided(event.getTo()) || event.getTo() == InboxState.ASKED) {
                decided = null;
            } else if (decided == null && event.getTo() != InboxState.WITHDRAWN) {
                decided = Time.day(event.getAt());
            }
        }
        return decided;
    }

    /** When something was done for the first time since the clock began; null if it was not. */
    private @Nullable LocalDate day(InboxDeed deed) {
        return round().stream()
                .filter(event -> event.getDeed() == deed)
                .map(event -> Time.day(event.getAt()))
                .findFirst()
                .orElse(null);
    }

    /** What happened since the matter was taken up, or taken up again. */
    private List<InboxEvent> round() {
        var begin = 0;
        for (var i = 0; i < events.size(); i++) {
            var deed = events.get(i).getDeed();
            if (deed == InboxDeed.OBJECT || deed == InboxDeed.REMIND || deed == InboxDeed.REOPEN) {
                begin = i;
            }
        }
        return events.subList(begin, events.size());
    }
}
