package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.List;
import vn.minhbach.legal.Explanation;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/** Why a day is what it is: what the law and the calendar say, and what happened to the matter itself. */
final class DateNotes {

    private DateNotes() {}

    /** The sentences of a due day, with why it was put off, begun anew, or found anew. Sender and staff read the same. */
    static List<String> why(
            SubmissionClock.Due due, Submission submission, List<InboxEvent> events, Inbox inbox, Words words) {
        var said = new ArrayList<>(new Explanation(words).sentences(due.reckoning()));
        for (var event : events) {
            var day = Time.day(event.getAt());
            if (day.isBefore(submission.getClockFrom())) {
                continue;
            }
            switch (event.getDeed()) {
                case EXTEND -> said.add(words.text("inbox.explain.extended", Time.date(day), inbox.text(event)));
                case RECKON -> said.add(words.text("inbox.explain.reckoned", Time.date(day), inbox.text(event)));
                case OBJECT, REMIND, REOPEN -> said.add(words.text("inbox.explain.again", Time.date(day)));
                default -> {
                    // It moved no day, or is a pause, which the reckoning tells.
                }
            }
        }
        return said;
    }
}
