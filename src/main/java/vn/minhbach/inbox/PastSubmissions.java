package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.legal.LegalService;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;

/**
 * Takes over what was sent and answered before the portal was there. Each deed goes by the same table as any other and stands under the
 * moment at which it was done; its clock runs from then, and nobody gets a letter of it.
 */
@ApplicationScoped
@Transactional
public class PastSubmissions {

    @Inject
    InboxRepository repository;

    @Inject
    LegalService legal;

    @Inject
    FieldCipher cipher;

    @Inject
    BlindIndex index;

    @Inject
    ChangeLog changes;

    @Inject
    Derived<List<SubmissionKind>> kinds;

    @Inject
    Clock clock;

    @Inject
    InboxUnits units;

    @Inject
    PortalUrl portal;

    protected PastSubmissions() {}

    /** Without a server, for tests. */
    PastSubmissions(
            InboxRepository repository,
            LegalService legal,
            FieldCipher cipher,
            BlindIndex index,
            ChangeLog changes,
            Derived<List<SubmissionKind>> kinds,
            Clock clock,
            InboxUnits units,
            PortalUrl portal) {
        this.repository = repository;
        this.legal = legal;
        this.cipher = cipher;
        this.index = index;
        this.changes = changes;
        this.kinds = kinds;
        this.clock = clock;
        this.units = units;
        this.portal = portal;
    }

    /**
     * A deed that was done.
     *
     * @param by the account of who did it; empty for the sender
     * @param rating what the sender thought of the answer, where that is the deed; null otherwise
     */
    public record Done(InboxDeed deed, Instant at, String by, SaidOfDeed said, Submission.@Nullable Rating rating) {

        public static Done by(String name, InboxDeed deed, Instant at, SaidOfDeed said) {
            return new Done(deed, at, name, said, null);
        }

        public static Done sender(InboxDeed deed, Instant at, String text) {
            return new Done(deed, at, "", SaidOfDeed.text(text), null);
        }

        public static Done rated(Submission.Rating rating, Instant at) {
            return new Done(InboxDeed.RATE, at, "", SaidOfDeed.NOTHING, rating);
        }
    }

    /** Whether there is a key to seal what citizens wrote; without one nothing can be taken over. */
    public boolean isReady() {
        return cipher.isReady();
    }

    /** @return the number under which it is known */
    @Permit(Permission.RUN_PORTAL)
    public long take(NewSubmission sent, Instant receivedAt, List<Done> deeds) {
        return take(sent, receivedAt, Intake.online(Time.day(receivedAt)), deeds);
    }

    /**
     * The same of what was taken down.
     *
     * @param intake how it came in, on the day of receipt
     */
    @Permit(Permission.RUN_PORTAL)
    public long take(NewSubmission sent, Instant receivedAt, Intake intake, List<Done> deeds) {
        var then = new Then(receivedAt);
        var inbox = new Inbox(repository, legal, cipher, index, new NoLetters(), changes, kinds, then, units, portal);
        var submission = inbox.receive(inbox.kind(sent.kind()), sent, intake);
        for (var done : deeds) {
            then.at = done.at();
            inbox.perform(submission, done.deed(), new Actor(done.by(), Set.of()), done.said(), null);
            if (done.deed() == InboxDeed.DRAFT && !sent.procedure().isEmpty()) {
                // What a procedure said then nobody knows; from now on its changes do.
                inbox.rest(
                        submission,
                        List.of(Basis.Source.procedure(sent.procedure())),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
            var rating = done.rating();
            if (rating != null) {
                submission.rate(rating);
            }
        }
        return submission.number();
    }

    /** The moment of which is told. */
    private static final class Then extends Clock {

        private Instant at;

        Then(Instant at) {
            this.at = at;
        }

        @Override
        public ZoneId getZone() {
            return Time.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(at, zone);
        }

        @Override
        public Instant instant() {
            return at;
        }
    }

    private static final class NoLetters extends Outbox {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public boolean send(To to, String kind, Map<String, String> given) {
            return false;
        }
    }
}
