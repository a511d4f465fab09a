package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * What the senders of submissions are written. A letter says what was decided, by its main fact: the body that has it now, the day, the unit. What
 * the answer says is not in it, for mail lies open wherever it passes; the letter says where the answer is read.
 */
final class SenderLetters {

    private static final Logger LOG = Logger.getLogger(SenderLetters.class.getName());

    private final Inbox inbox;

    SenderLetters(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Writes to the sender of a deed, if that can be. */
    void write(Submission submission, InboxDeed deed, SaidOfDeed said) {
        if (deed == InboxDeed.SUBMIT && submission.isSuspect()) {
            // Nobody has looked at it: it may be to annoy somebody whose address a program filled in.
            return;
        }
        var email = inbox.open(submission.getEmailSealed());
        if (email.isEmpty()
                || FieldCipher.isUnopened(email)
                || FieldCipher.isUnopened(inbox.codeOf(submission))
                || !inbox.outbox().isOn()) {
            return;
        }
        var name = InboxLetters.name(inbox.open(submission.getNameSealed()));
        var to = new To(email, name, submission.getLanguage());
        var isWritten = deed == InboxDeed.SUBMIT
                ? inbox.outbox().send(to, InboxLetters.RECEIVED, receipt(submission))
                : inbox.outbox().send(to, InboxLetters.NEWS, news(submission, deed, said, name));
        if (!isWritten) {
            LOG.log(
                    Level.WARNING,
                    "Of {0} the sender of submission {1} was not written a letter: there is no key to seal it",
                    new Object[] {deed, Long.toString(submission.number())});
        }
    }

    private Map<String, String> receipt(Submission submission) {
        return Map.of(
                InboxLetters.KIND,
                inbox.kind(submission.getKind()).name(submission.getLanguage()),
                InboxLetters.CODE,
                inbox.codeOf(submission),
                InboxLetters.DUE,
                due(submission).map(Time::date).orElse("–"));
    }

    private Map<String, String> news(Submission submission, InboxDeed deed, SaidOfDeed said, String name) {
        var words = Words.of(submission.getLanguage());
        return Map.of(
                InboxLetters.PERSON,
                InboxLetters.person(name, words),
                InboxLetters.STATE,
                words.text("inbox.told." + deed),
                InboxLetters.TEXT,
                words.text(
                        "inbox.told." + deed + ".text",
                        said.text(),
                        named(submission, deed, said),
                        due(submission, words),
                        address(submission, deed)),
                InboxLetters.CODE,
                inbox.codeOf(submission));
    }

    /** What the deed names beside what was written: the body to which it is passed, the unit, the day that is promised. */
    private String named(Submission submission, InboxDeed deed, SaidOfDeed said) {
        return switch (deed) {
            case TRANSFER -> said.body();
            case PROMISE -> said.day().map(Time::date).orElse("");
            case ASSIGN -> inbox.units.names().getOrDefault(submission.getUnit(), submission.getUnit());
            default -> "";
        };
    }

    private Optional<LocalDate> due(Submission submission) {
        return inbox.clock(submission, inbox.legal.law(), inbox.repository.events(submission.number()))
                .answer()
                .flatMap(each -> Optional.ofNullable(each.reckoning().due()));
    }

    /** Until when the answer is due, or why there is no such day. */
    private String due(Submission submission, Words words) {
        return due(submission)
                .map(Time::date)
                .orElseGet(() -> words.text(
                        submission.getState() == InboxState.ASKED ? "inbox.told.dueStopped" : "inbox.told.dueNone"));
    }

    /** Where the answer is read: by everybody once it is public, else under the code. */
    private String address(Submission submission, InboxDeed deed) {
        var path = deed == InboxDeed.PUBLISH
                ? inbox.repository
                        .publication(submission.number())
                        .map(Publication::getPath)
                        .orElse(TrackPage.PATH)
                : TrackPage.PATH;
        return inbox.portal.absolute((submission.getLanguage().equals("en") ? "/en" : "") + path);
    }
}
