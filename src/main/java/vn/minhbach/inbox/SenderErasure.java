package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.mail.Outbox;
import vn.minhbach.privacy.FieldCipher;

/**
 * Lets go of who sent something: their name, address, number and mail address, what they wrote and were written, internal notes, the words by which
 * it was found and the marks of number, address and code. The steps stay with their deeds and days, and so do the counts; so does the public
 * text, which holds nothing of them. Nobody can take it back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SenderErasure {

    @Inject
    InboxRepository repository;

    @Inject
    SenderRepository senders;

    @Inject
    FieldCipher cipher;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<SubmissionParts> others;

    private @Nullable List<SubmissionParts> othersOfTest;

    SenderErasure() {}

    /** Without a server, for tests. */
    SenderErasure(
            InboxRepository repository,
            SenderRepository senders,
            FieldCipher cipher,
            Outbox outbox,
            Clock clock,
            List<SubmissionParts> others) {
        this.repository = repository;
        this.senders = senders;
        this.cipher = cipher;
        this.outbox = outbox;
        this.clock = clock;
        othersOfTest = others;
    }

    private Stream<SubmissionParts> others() {
        var given = othersOfTest;
        return given == null ? others.stream() : given.stream();
    }

    /**
     * @param by the account that did it, or the portal's
     * @param why by which rule, or at whose wish; read by the staff, and by no means with anything of the sender
     */
    void anonymise(Submission submission, String by, String why) {
        if (submission.isAnonymous()) {
            return;
        }
        var id = submission.number();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var email = cipher.open(submission.getEmailSealed());
        repository.events(id).forEach(InboxEvent::forget);
        repository.answers(id).forEach(InboxAnswer::forget);
        senders.forgetWords(id, now);
        others().forEach(other -> other.anonymised(id));
        submission.anonymise(now);
        var step = new InboxEvent(id, now, by, InboxDeed.ANONYMISE, submission.getState(), "", null);
        step.say(why, submission, cipher);
        senders.write(step);
        if (!email.isEmpty() && !FieldCipher.isUnopened(email)) {
            outbox.forget(email);
        }
    }

    /** What others keep of a submission that is the sender's own. */
    List<SubmissionParts.Part> parts(long submission) {
        return others().flatMap(other -> other.parts(submission).stream()).toList();
    }
}
