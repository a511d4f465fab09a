package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.legal.Explanation;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * How a limit stands, and why its day is what it is: what the law and the calendar say, and what happened to the matter itself. Sender and
 * staff read the same.
 */
final class DateNotes {

    private DateNotes() {}

    /** Until when something is due, or was; and then whether it was done, and in time. */
    static String said(SubmissionClock.Due due, LocalDate today, Words words) {
        var until = due.reckoning().due();
        if (until == null) {
            return new Explanation(words).headline(due.step(), due.reckoning());
        }
        var name = words.text("TimeRule.Step." + due.step());
        var day = Time.date(until);
        var done = due.done();
        if (done != null) {
            var isLate = done.isAfter(until);
            return due.step() == TimeRule.Step.ANSWER
                    ? words.text(isLate ? "inbox.track.late" : "inbox.track.inTime", day, Time.date(done))
                    : words.text(isLate ? "inbox.explain.late" : "inbox.explain.inTime", name, day, Time.date(done));
        }
        var isOver = today.isAfter(until);
        return switch (due.standing()) {
            case DONE, PAST -> words.text("inbox.explain.past", name, day);
            case OWED -> words.text(isOver ? "inbox.explain.over" : "legal.explain.due", name, day);
            case OPEN -> words.text(isOver ? "inbox.explain.past" : "legal.explain.due", name, day);
        };
    }

    /** The sentences of a due day, with why it was put off, begun anew, or found anew. */
    static List<String> why(SubmissionClock.Due due, List<InboxEvent> events, Inbox inbox, Words words) {
        var said = new ArrayList<>(new Explanation(words).sentences(due.reckoning()));
        // What put the day off under a former kind puts it off no longer.
        var ofItsKind = events.stream().map(InboxEvent::getDeed).toList().lastIndexOf(InboxDeed.RECLASSIFY);
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var day = Time.day(event.getAt());
            if (day.isBefore(due.reckoning().from()) || event.getDeed() == InboxDeed.EXTEND && i < ofItsKind) {
                continue;
            }
            switch (event.getDeed()) {
                case EXTEND -> {
                    if (due.step() == TimeRule.Step.ANSWER) {
                        said.add(words.text("inbox.explain.extended", Time.date(day), inbox.text(event)));
                    }
                }
                case RECKON -> said.add(words.text("inbox.explain.reckoned", Time.date(day), inbox.text(event)));
                case RECLASSIFY -> {
                    if (due.step() != TimeRule.Step.PUBLISH) {
                        said.add(words.text(
                                "inbox.explain.reclassified",
                                Time.date(day),
                                inbox.kindName(event.getTarget(), words.locale().getLanguage())));
                    }
                }
                case OBJECT, REMIND, REOPEN -> {
                    if (due.step() != TimeRule.Step.PUBLISH) {
                        said.add(words.text("inbox.explain.again", Time.date(day)));
                    }
                }
                default -> {
                    // It moved no day, or is a pause, which the reckoning tells.
                }
            }
        }
        return said;
    }
}
