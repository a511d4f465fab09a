package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.attachment.FileSize;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Throttle;

/**
 * What citizens do with files: bring them with a form, where they wait until it is sent; send them with it, or with a message; and look at their own, and
 * at those that came with the answer.
 * Strangers bring no more than there is room for from one network. Where there is none left for all together, what waits longest of the network that
 * holds most gives way: nobody can shut the others out. What was never sent is swept away after some hours.
 */
@ApplicationScoped
@Transactional
public class EnclosureService {

    private static final long MEGA = 1024L * 1024;

    /** Of files that wait, from one network; an office of fifty people may sit behind it. */
    private static final int MOST_WAITING_FILES = 500;

    @Inject
    EnclosureRepository repository;

    @Inject
    Enclosures enclosures;

    @Inject
    InboxService inbox;

    @Inject
    InboxRepository submissions;

    @Inject
    SendingGate gate;

    @Inject
    BlindIndex index;

    @Inject
    Clock clock;

    /** What waits for forms that are not sent yet, of everybody together. */
    @Inject
    @ConfigProperty(name = "portal.inbox.waiting-megabytes", defaultValue = "4096")
    long mostMegabytes = 4096;

    /** For so long a file waits for its form to be sent. */
    @Inject
    @ConfigProperty(name = "portal.inbox.waiting-hours", defaultValue = "6")
    long hours = 6;

    /** The same from one network. */
    @Inject
    @ConfigProperty(name = "portal.inbox.waiting-megabytes-each", defaultValue = "256")
    long mostMegabytesEach = 256;

    protected EnclosureService() {}

    /** Without a server, for tests. */
    EnclosureService(
            EnclosureRepository repository,
            Enclosures enclosures,
            InboxService inbox,
            InboxRepository submissions,
            SendingGate gate,
            BlindIndex index,
            Clock clock) {
        this.repository = repository;
        this.enclosures = enclosures;
        this.inbox = inbox;
        this.submissions = submissions;
        this.gate = gate;
        this.index = index;
        this.clock = clock;
    }

    /**
     * A file that waits for its form to be sent.
     *
     * @param handle by which the form names it
     * @param label "JPEG, 1,2 MB"
     */
    public record Waiting(String handle, String name, String label) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Waiting " + label;
        }
    }

    /**
     * A file of one's own.
     *
     * @param sentAt the moment of the message that it came with, or of the submission
     */
    public record Own(long id, String name, String label, Instant sentAt) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Own " + label;
        }
    }

    /** What is needed to hand a file out. */
    public record Opened(String place, FileKey key, String name, Enclosure.Shape shape) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Opened " + shape;
        }
    }

    /** "JPEG, 1,2 MB". */
    static String label(Enclosure.Shape shape) {
        return shape.mediaType().substring(shape.mediaType().indexOf('/') + 1).toUpperCase(Locale.ROOT) + ", "
                + FileSize.of(shape.size());
    }

    /** @throws RuleBrokenException if no more may wait from this network, or nothing at all may */
    public void requireRoom(String client) {
        if (Enclosures.LONGEST > mostMegabytes * MEGA) {
            throw new RuleBrokenException("enclosure.error.full", Enclosures.FIELD);
        }
        var own = repository.waiting(index.candidates(Throttle.holder(client)));
        var networks = Throttle.networks(client);
        if (own.files() >= networks * MOST_WAITING_FILES
                || own.bytes() + Enclosures.LONGEST > networks * mostMegabytesEach * MEGA) {
            throw new RuleBrokenException("enclosure.error.many", Enclosures.FIELD);
        }
    }

    /**
     * Makes room for a file that is whole and may wait: as long as there is none for all together, the network that holds most loses what has
     * waited longest of its own.
     *
     * @param size in bytes
     * @return the places of the bytes that nothing names any more
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public List<String> makeRoom(long size) {
        var places = new ArrayList<String>();
        var missing = repository.waiting().bytes() + size - mostMegabytes * MEGA;
        while (missing > 0) {
            var longest = repository.longestOfMost();
            if (longest.isEmpty()) {
                break;
            }
            for (var enclosure : longest) {
                if (missing > 0 && repository.giveUp(enclosure)) {
                    places.add(enclosure.place());
                    missing -= enclosure.size();
                }
            }
        }
        return places;
    }

    /** What is known of a file whose bytes lie in the store by now. */
    public record Received(String token, String digest, String place, FileKey key, String name, Enclosure.Shape shape) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Received " + shape;
        }
    }

    /** Keeps a file until its form is sent. The same file of the same form is kept once: then it is the one that was there. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public Waiting keep(Received received, String client) {
        var content = Enclosures.contentKey(received.token(), received.digest());
        var known = repository.ofForm(Enclosures.formKey(received.token())).stream()
                .filter(each -> each.isSenders() && each.getContentKey().equals(content))
                .findFirst();
        if (known.isPresent()) {
            return waiting(known.get());
        }
        requireRoom(client);
        var enclosure = enclosures.waiting(
                received.place(),
                received.name(),
                received.key(),
                new Enclosure.Keys(Enclosures.formKey(received.token()), content, index.of(Throttle.holder(client))),
                received.shape(),
                now());
        repository.add(enclosure);
        return waiting(enclosure);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Waiting waiting(Enclosure enclosure) {
        return new Waiting(enclosure.getPlace(), enclosures.name(enclosure), label(enclosure.shape()));
    }

    /** What came with a form, in the order of the handles; what there is no longer is left out. */
    public List<Waiting> waiting(String token, List<String> handles) {
        return enclosures.chosen(token, handles).stream().map(this::waiting).toList();
    }

    /**
     * Takes in what somebody sends, with its files, if the gate lets it in; the same form sent again was let in before. That its proof of work is used
     * and that it is taken in are kept together, or neither.
     *
     * @return what became of it; taken, its receipt has the key of the form
     * @throws RuleBrokenException if a file waits no longer
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public SendingGate.Verdict submit(NewSubmission sent, SendingGate.Attempt attempt) {
        submissions.beginToWrite();
        if (inbox.isReceived(sent.key())) {
            return SendingGate.Verdict.of(SendingGate.Outcome.TAKEN);
        }
        var verdict = gate.judge(attempt);
        if (verdict.isTaken()) {
            var chosen = enclosures.all(sent.token(), "", sent.enclosures());
            var submission = inbox.receive(verdict.outcome() == SendingGate.Outcome.HELD ? sent.held() : sent);
            if (!chosen.isEmpty()) {
                enclosures.attach(chosen, submission.number(), null);
            }
        }
        return verdict;
    }

    /** Adds a message with files to what was sent; see {@link InboxService#add}. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public void add(String code, String contact, String token, String text, List<String> handles) {
        var chosen = enclosures.all(token, "", handles);
        var submission = inbox.add(code, contact, token, text);
        if (chosen.isEmpty()) {
            return;
        }
        var message = submissions.events(submission).stream()
                .filter(event -> event.getActor().isEmpty()
                        && (event.getDeed() == InboxDeed.ADD || event.getDeed() == InboxDeed.SUPPLEMENT))
                .max(Comparator.comparing(event -> Objects.requireNonNullElse(event.getId(), 0L)))
                .orElseThrow();
        enclosures.attach(chosen, submission, message.getId());
    }

    /** What somebody sent along who has shown code and contact. */
    public List<Own> own(Tracked tracked) {
        var events = submissions.events(tracked.id());
        return enclosures.of(tracked.id()).stream()
                .map(each -> own(each, sentAt(each.getEvent(), events, tracked.receivedAt())))
                .toList();
    }

    private Own own(Enclosure enclosure, Instant at) {
        return new Own(enclosure.number(), enclosures.name(enclosure), label(enclosure.shape()), at);
    }

    /** What the office sent with the answer to somebody who has shown them. */
    public List<Own> answered(Tracked tracked) {
        return submissions
                .find(tracked.id())
                .map(submission -> {
                    var at = Objects.requireNonNullElse(submission.getAnsweredAt(), submission.getReceivedAt());
                    return enclosures.ofAnswer(submission.number(), submission.getSentAnswer()).stream()
                            .map(each -> own(each, at))
                            .toList();
                })
                .orElse(List.of());
    }

    private static Instant sentAt(@Nullable Long event, List<InboxEvent> events, Instant receivedAt) {
        return events.stream()
                .filter(each -> event != null && event.equals(each.getId()))
                .map(InboxEvent::getAt)
                .findFirst()
                .orElse(receivedAt);
    }

    /** One of these to somebody who shows code and contact; empty for one that they are not to see. */
    public Optional<Opened> open(String code, String contact, long id) {
        return inbox.owned(code, contact)
                .flatMap(submission -> repository.shownToSender(submission.number()).stream()
                        .filter(each -> each.number() == id)
                        .findFirst())
                .map(each ->
                        new Opened(each.getPlace(), enclosures.key(each), name(enclosures.name(each)), each.shape()));
    }

    /** A name that could not be opened is none for a file. */
    static String name(String name) {
        return FieldCipher.isUnopened(name) ? "tep" : name;
    }

    /**
     * Forgets what was never sent.
     *
     * @return the places of the bytes
     */
    @Permit(Permission.RUN_PORTAL)
    public List<String> forget() {
        var old = repository.waitingSince(now().minus(Duration.ofHours(hours)));
        var places = old.stream().map(Enclosure::getPlace).toList();
        old.forEach(repository::remove);
        return places;
    }

    // What is swept away

    /** How many files there are by the database, with masked pictures. */
    public long count() {
        return repository.count();
    }

    /** Which of these places belong to a file or a masked picture. */
    public Set<String> known(Collection<String> places) {
        return repository.known(places);
    }

    /** The places of what was destroyed and may still lie in the store. */
    public List<String> destroyed() {
        return repository.destroyed();
    }

    /** Forgets places at which nothing lies any more. */
    @Permit(Permission.RUN_PORTAL)
    public void forgetDestroyed(Collection<String> places) {
        repository.forgetDestroyed(places);
    }
}
