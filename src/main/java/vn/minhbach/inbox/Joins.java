package vn.minhbach.inbox;

import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.Actor;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Words;

/**
 * What happens when submissions of one matter are joined, and when one is split. Each keeps its sender, its code and its clock. What was
 * joined is answered when the one is that it was joined to: by its public text, since the full one may tell of another person.
 */
final class Joins {

    private static final int KEY = 20;
    private static final int LONGEST_SUBJECT = 120;

    private final Inbox inbox;

    Joins(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @throws RuleBrokenException if the deed cannot be done because of another submission */
    void check(Submission submission, InboxDeed deed, SaidOfDeed said) {
        switch (deed) {
            case MERGE -> checkMain(submission, said);
            case PROMISE -> {
                if (said.day().filter(day -> !day.isBefore(inbox.today())).isEmpty()) {
                    throw new RuleBrokenException("inbox.error.dayPast", "day");
                }
            }
            case APPROVE, ANSWER -> {
                if (!inbox.repository.joined(submission.number()).isEmpty()
                        && forOthers(submission).isEmpty()) {
                    throw new RuleBrokenException("inbox.error.joinedText");
                }
            }
            default -> {
                // Concerns the one submission only.
            }
        }
    }

    /** The later one joins the earlier, which still waits for its answer and is joined to none itself. */
    private void checkMain(Submission submission, SaidOfDeed said) {
        var main = said.item()
                .flatMap(inbox.repository::find)
                .filter(found -> found.number() != submission.number())
                .filter(found -> found.getState().isOpen() && found.getState() != InboxState.MERGED)
                .orElseThrow(() -> new RuleBrokenException("inbox.error.item", "item"));
        if (main.getReceivedAt().isAfter(submission.getReceivedAt())) {
            throw new RuleBrokenException("inbox.error.itemLater", "item");
        }
        if (!main.getKind().equals(submission.getKind())) {
            throw new RuleBrokenException("inbox.error.itemKind", "item");
        }
        // Whoever joins it to another, or answers it, at the same moment is one of two.
        inbox.repository.hold(main);
    }

    /** What becomes of those that were joined. */
    void after(Submission submission, InboxDeed deed) {
        switch (deed) {
            case ANSWER ->
                forOthers(submission)
                        .ifPresent(text -> inbox.repository
                                .joined(submission.number())
                                .forEach(each -> follow(each, submission, text)));
            case REFUSE, TRANSFER, WITHDRAW ->
                inbox.repository.joined(submission.number()).forEach(this::part);
            default -> {
                // Concerns the one submission only.
            }
        }
    }

    /** What the senders of the others may read: the public text, or the full one if it tells nothing of any of them. */
    private Optional<String> forOthers(Submission submission) {
        return inbox.repository
                .answer(submission.number(), submission.getNewestAnswer())
                .map(answer -> answer.isPublic() ? inbox.publicText(answer).answer() : inbox.full(answer))
                .filter(text -> !text.isEmpty() && !FieldCipher.isUnopened(text))
                .filter(text ->
                        inbox.tellingOf(submission, Html.everything(text)).isEmpty());
    }

    private void follow(Submission each, Submission main, String text) {
        var now = inbox.now();
        each.go(InboxStep.FOLLOW, Actor.PORTAL.name(), SaidOfDeed.NOTHING, now, inbox.today());
        inbox.answer(each, SaidOfDeed.answer(text, "", "", ""), main.getDraftedBy(), now);
        inbox.note(each, InboxDeed.FOLLOW, Actor.PORTAL.name(), "", Long.toString(main.number()), null, now);
        inbox.reckon(each, inbox.legal.law());
        inbox.tell(each, InboxDeed.FOLLOW, SaidOfDeed.NOTHING);
    }

    /** The one that it was joined to ends without an answer: it is looked at by itself. */
    private void part(Submission each) {
        var now = inbox.now();
        var why = Words.of(each.getLanguage()).text("inbox.unmerge.ended");
        each.go(InboxStep.UNMERGE, Actor.PORTAL.name(), SaidOfDeed.text(why), now, inbox.today());
        inbox.note(each, InboxDeed.UNMERGE, Actor.PORTAL.name(), why, "", null, now);
        inbox.reckon(each, inbox.legal.law());
        inbox.tell(each, InboxDeed.UNMERGE, SaidOfDeed.text(why));
    }

    /**
     * Makes a part of a submission one of its own: of the same sender, received at the same time, with a code of its own, of which the
     * sender is told.
     */
    Submission split(Submission whole, String subject, String part, Actor actor) {
        var code = TrackingCode.random();
        var name = Text.cut(Text.line(subject), AskedField.SUBJECT.longest());
        var sent = new NewSubmission(
                whole.getKind(),
                "",
                Map.of(),
                whole.getPage(),
                whole.getProcedure(),
                whole.isKeepPrivate(),
                whole.isSuspect(),
                whole.getLanguage());
        var made = new Submission(
                inbox.kind(whole.getKind()),
                new Submission.Keys(
                        inbox.index.of(code.value()),
                        Sha256.of("split " + whole.number() + " " + whole.getVersion() + "\n" + part, KEY),
                        whole.getPhoneKey(),
                        whole.getEmailKey()),
                sent,
                inbox.now(),
                inbox.today());
        var subjectOfPart = name.isEmpty() ? Text.shorten(Text.line(part), LONGEST_SUBJECT) : name;
        made.keep(new Submission.Sealed(
                inbox.cipher.seal(code.value(), InboxSeals.CODE, made.sealedRow()),
                moved(whole.getNameSealed(), made),
                moved(whole.getAddressSealed(), made),
                moved(whole.getPhoneSealed(), made),
                moved(whole.getEmailSealed(), made),
                inbox.cipher.seal(subjectOfPart, InboxSeals.SUBJECT, made.sealedRow()),
                inbox.cipher.seal(part, InboxSeals.TEXT, made.sealedRow()),
                moved(whole.getDetailsSealed(), made)));
        made.partOf(whole, inbox.blind(Normalised.text(part)));
        inbox.repository.add(made);
        inbox.note(made, InboxDeed.SUBMIT, actor.name(), "", Long.toString(whole.number()), null, made.getReceivedAt());
        inbox.reckon(made, inbox.legal.law());
        inbox.tell(made, InboxDeed.SUBMIT, SaidOfDeed.NOTHING);
        var words = Words.of(whole.getLanguage());
        inbox.perform(
                whole,
                InboxDeed.SPLIT,
                actor,
                SaidOfDeed.item(made.number(), words.text("inbox.split.told", code.grouped()) + "\n\n" + part),
                null);
        return made;
    }

    /**
     * What is known of the one, sealed for the other.
     *
     * @throws RuleBrokenException if it cannot be opened
     */
    private String moved(SealedValue value, Submission to) {
        return inbox.cipher.seal(inbox.open(value), value.column(), to.sealedRow());
    }
}
