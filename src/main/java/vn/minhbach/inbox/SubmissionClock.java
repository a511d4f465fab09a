package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** Something that is due. */
    record Due(TimeRule.Step step, Reckoning reckoning) {}

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
            case RECEIVED, SUPPLEMENTED ->
                of(TimeRule.Step.TELL).or(() -> of(TimeRule.Step.TRANSFER)).or(this::answer);
            case ASKED, ASSIGNED, IN_WORK, DRAFTED, APPROVED, MERGED -> answer();
            case ANSWERED -> publishable ? of(TimeRule.Step.PUBLISH) : Optional.empty();
            case PUBLISHED, KEPT_PRIVATE, REFUSED, TRANSFERRED, WITHDRAWN -> Optional.empty();
        };
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
                .map(rule -> new Due(
                        step,
                        law.reckoner()
                                .reckon(
                                        rule.limit(),
                                        begin(step),
                                        step == TimeRule.Step.PUBLISH ? List.of() : pauses(),
                                        step == TimeRule.Step.ANSWER ? submission.getExtension() : 0)));
    }

    private LocalDate begin(TimeRule.Step step) {
        var answered = submission.getAnsweredAt();
        return step == TimeRule.Step.PUBLISH && answered != null ? Time.day(answered) : submission.getClockFrom();
    }

    /** The times in which the sender was waited for. */
    List<Pause> pauses() {
        var pauses = new ArrayList<Pause>();
        @Nullable LocalDate since = null;
        for (var event : events) {
            var day = Time.day(event.getAt());
            if (event.getTo() == InboxState.ASKED) {
                since = since == null ? day : since;
            } else if (since != null) {
                pauses.add(new Pause(since, day));
                since = null;
            }
        }
        if (since != null) {
            pauses.add(new Pause(since, null));
        }
        return pauses;
    }
}
