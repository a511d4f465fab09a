package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.Derived;
import vn.minhbach.legal.Explanation;
import vn.minhbach.legal.LegalService;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Sha256;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/** What citizens do with the inbox: send, follow, add, take back, rate; and what everybody reads of it. */
@ApplicationScoped
@Transactional
public class InboxService {

    private static final Logger LOG = Logger.getLogger(InboxService.class.getName());

    /** For how long a receipt can be opened by its address; afterwards there is the code. */
    private static final Duration RECEIPT = Duration.ofDays(1);

    private static final int KEY = 20;

    /** What only the office sees of the steps. */
    static final Set<InboxDeed> INTERNAL = EnumSet.of(
            InboxDeed.NOTE,
            InboxDeed.BEGIN,
            InboxDeed.DRAFT,
            InboxDeed.APPROVE,
            InboxDeed.MASK,
            InboxDeed.LOOK,
            InboxDeed.SEND_BACK,
            InboxDeed.KEEP_PRIVATE,
            InboxDeed.UNPUBLISH,
            InboxDeed.REMIND_STAFF,
            InboxDeed.CONFIRM,
            InboxDeed.MARK_PRIVATE,
            InboxDeed.UNMARK_PRIVATE,
            InboxDeed.MARK_GENUINE,
            InboxDeed.TAKE_BACK);

    /** What can be done to many at once, and taken back. */
    private static final Set<InboxDeed> ON_MANY =
            EnumSet.of(InboxDeed.ASSIGN, InboxDeed.MARK_PRIVATE, InboxDeed.MARK_GENUINE);

    private static final List<InboxDeed> OF_SENDER = List.of(
            InboxDeed.SUPPLEMENT,
            InboxDeed.ADD,
            InboxDeed.RATE,
            InboxDeed.OBJECT,
            InboxDeed.REMIND,
            InboxDeed.WITHDRAW);

    @Inject
    InboxRepository repository;

    @Inject
    Inbox inbox;

    @Inject
    LegalService legal;

    @Inject
    BlindIndex index;

    @Inject
    Derived<List<WrongDoor>> doors;

    @Inject
    InboxUnits units;

    protected InboxService() {}

    /** Without a server, for tests. */
    InboxService(
            InboxRepository repository,
            Inbox inbox,
            LegalService legal,
            BlindIndex index,
            Derived<List<WrongDoor>> doors,
            InboxUnits units) {
        this.repository = repository;
        this.inbox = inbox;
        this.legal = legal;
        this.index = index;
        this.doors = doors;
        this.units = units;
    }

    public List<SubmissionKind> kinds() {
        return inbox.kinds();
    }

    /** The kinds that one of the forms takes. */
    public List<SubmissionKind> kinds(SubmissionKind.Form form) {
        return kinds().stream()
                .filter(kind -> kind.getForm() == form && kind.isTaken())
                .toList();
    }

    /** "Trả lời: chậm nhất ngày …" for something that would be sent now; empty if the law gives no limit. */
    public Optional<String> promise(SubmissionKind kind, Words words) {
        var today = inbox.today();
        return legal.law()
                .rule(kind.getKey(), TimeRule.Step.ANSWER, today)
                .map(rule -> new Explanation(words)
                        .headline(TimeRule.Step.ANSWER, legal.law().reckoner().reckon(rule.limit(), today)));
    }

    /** Where else what somebody wrote may belong. */
    public List<WrongDoor> wrongDoors(String text) {
        var written = Phrase.of(text);
        return doors.get(repository::wrongDoors).stream()
                .filter(door -> door.isMeantBy(written))
                .toList();
    }

    /** Takes in what nobody has sent before; see {@link EnclosureService#submit}. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    Submission receive(NewSubmission sent) {
        var kind = inbox.kind(sent.kind());
        if (!kind.isTaken()) {
            throw new RuleBrokenException("inbox.error.closed");
        }
        return inbox.receive(kind, sent);
    }

    /** Whether a form was taken in: by somebody's second press, while the first one was still under way. */
    public boolean isReceived(String key) {
        return repository.hasForm(key);
    }

    /**
     * What a receipt says.
     *
     * @param due until when the answer is to be there, in words; empty if the law gives no limit
     * @param mailed whether it goes by mail as well, be it later; not while it is held
     * @param held whether somebody looks at it before it goes to a unit
     * @param channel by which way it came
     * @param tracked whether its sender gave something by which they can follow it; otherwise the answer goes by post
     */
    public record Receipt(
            String code,
            String kind,
            Instant receivedAt,
            String due,
            List<String> why,
            boolean mailed,
            boolean held,
            InboxChannel channel,
            boolean tracked) {

        public Receipt {
            why = List.copyOf(why);
        }
    }

    /** The receipt with this key, for a day; then it is as if it had never been. */
    public Optional<Receipt> receipt(String key, Words words) {
        var language = words.locale().getLanguage();
        return repository
                .byForm(key)
                .filter(found -> found.getRecordedAt().plus(RECEIPT).isAfter(inbox.now()))
                .map(found -> {
                    var due = clock(found).answer();
                    var explanation = new Explanation(words);
                    return new Receipt(
                            inbox.codeOf(found),
                            inbox.kind(found.getKind()).name(language),
                            found.getReceivedAt(),
                            due.map(each -> explanation.headline(each.step(), each.reckoning()))
                                    .orElse(""),
                            due.map(each -> explanation.sentences(each.reckoning()))
                                    .orElse(List.of()),
                            found.isReceiptMailed() && !found.isSuspect(),
                            found.isSuspect(),
                            found.getChannel(),
                            !found.getEmailSealed().isEmpty()
                                    || !found.getPhoneSealed().isEmpty());
                });
    }

    private SubmissionClock clock(Submission submission) {
        return inbox.clock(submission, legal.law(), repository.events(submission.number()));
    }

    /**
     * What somebody sent who shows its code and the telephone number or mail address that they gave. Whether there is no such code, or
     * the address is another's, is answered alike, by the same questions to the database.
     */
    public Optional<Tracked> track(String code, String contact, Words words) {
        return owned(code, contact).map(submission -> tracked(submission, words));
    }

    /** Whether somebody shows the code of a submission and a number or address of its sender. */
    public boolean isOwner(String code, String contact) {
        return owned(code, contact).isPresent();
    }

    Optional<Submission> owned(String code, String contact) {
        var read = TrackingCode.read(code).map(TrackingCode::value).orElse("");
        var own = Contact.either(contact);
        // The same work whatever was typed: both words are made, one row is asked for, two values are compared.
        // What was sent is fetched for its owner alone: whether there is anything to fetch would be told by the time
        // that it takes.
        var found = repository.ownerByCode(index.candidates(read.isEmpty() ? "-" : read));
        var phone = found.map(InboxRepository.Owner::phoneKey).orElse("");
        var email = found.map(InboxRepository.Owner::emailKey).orElse("");
        var same = false;
        for (var given : index.candidates(own.isEmpty() ? "-" : own)) {
            same |= same(given, phone) | same(given, email);
        }
        return same
                ? found.flatMap(owner -> repository.find(owner.number())).filter(each -> isOf(each, read, own))
                : Optional.empty();
    }

    /**
     * Whether code and contact are also those that lie sealed. Marks are bound to no row: whoever can write to the database and writes those of their own
     * code and number over somebody else's would be shown what that one sent.
     */
    private boolean isOf(Submission submission, String code, String contact) {
        var isOf = inbox.open(submission.getCodeSealed()).equals(code) && inbox.isFrom(submission, List.of(contact));
        if (!isOf) {
            LOG.log(
                    Level.WARNING,
                    "The marks of submission {0} are not those of its code and sender; it is shown to nobody by them",
                    Long.toString(submission.number()));
        }
        return isOf;
    }

    private static boolean same(String given, String kept) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
    }

    private Tracked tracked(Submission submission, Words words) {
        var events = repository.events(submission.number());
        var dates = inbox.clock(submission, legal.law(), events).all();
        var today = inbox.today();
        var unitNames = units.names();
        var sent = submission.getSentAnswer();
        var at = submission.getAnsweredAt();
        var matters = matters(submission.getState());
        var due = dates.stream().filter(each -> each.step() == matters).findFirst();
        var subject = inbox.subject(submission);
        return new Tracked(
                submission.number(),
                inbox.codeOf(submission),
                subject.kind().name(words.locale().getLanguage()),
                submission.getState(),
                inbox.subjectOf(submission),
                inbox.textOf(submission),
                inbox.detailsOf(submission),
                submission.getReceivedAt(),
                due.map(each -> DateNotes.said(each, today, words)).orElse(""),
                due.map(each -> DateNotes.why(each, events, inbox, words)).orElse(List.of()),
                dates.stream()
                        .map(each -> new Tracked.Dated(
                                DateNotes.said(each, today, words), DateNotes.why(each, events, inbox, words)))
                        .toList(),
                shown(events)
                        .map(event -> new Tracked.Step(
                                event.getAt(),
                                event.getDeed(),
                                event.getActor().isEmpty(),
                                event.getDeed() == InboxDeed.ASSIGN ? "" : inbox.text(event),
                                target(event, unitNames)))
                        .toList(),
                sent == 0 || at == null
                        ? null
                        : repository
                                .answer(submission.number(), sent)
                                .map(answer -> new Tracked.Answer(inbox.full(answer), at))
                                .orElse(null),
                inbox.earlier(submission, events).reversed().stream()
                        .map(each -> new Tracked.Answer(inbox.full(each.answer()), each.sentAt()))
                        .toList(),
                repository
                        .publication(submission.number())
                        .map(Publication::getPath)
                        .orElse(""),
                submission.getRating(),
                OF_SENDER.stream()
                        .filter(deed -> InboxStep.reasonsAgainst(subject, deed, Actor.NOBODY)
                                .isEmpty())
                        .toList(),
                submission.getChannel(),
                Optional.ofNullable(submission.getPromiseDay())
                        .filter(unused -> submission.getState().isAnswered())
                        .map(Time::date)
                        .orElse(""));
    }

    /** The steps that concern the sender; not to which unit it was given by a deed on many that was taken back. */
    static Stream<InboxEvent> shown(List<InboxEvent> events) {
        var shown = new ArrayList<InboxEvent>();
        @Nullable InboxEvent many = null;
        for (var event : events) {
            if (ON_MANY.contains(event.getDeed())) {
                many = event;
            } else if (event.getDeed() == InboxDeed.TAKE_BACK) {
                // Only what nobody has gone on with is taken back, so it is the last of them.
                shown.remove(many);
            }
            shown.add(event);
        }
        return shown.stream().filter(event -> !INTERNAL.contains(event.getDeed()));
    }

    /** The limit that matters to a sender where their matter stands; null for none. */
    private static TimeRule.@Nullable Step matters(InboxState state) {
        return switch (state) {
            case REFUSED -> TimeRule.Step.REFUSE;
            case TRANSFERRED -> TimeRule.Step.TRANSFER;
            case WITHDRAWN -> null;
            case RECEIVED,
                    ASKED,
                    SUPPLEMENTED,
                    ASSIGNED,
                    IN_WORK,
                    DRAFTED,
                    APPROVED,
                    MERGED,
                    ANSWERED,
                    PUBLISHED,
                    KEPT_PRIVATE -> TimeRule.Step.ANSWER;
        };
    }

    /** Where something went, as far as it concerns the sender: the numbers of others never do. */
    private static String target(InboxEvent event, Map<String, String> unitNames) {
        return switch (event.getDeed()) {
            case ASSIGN -> unitNames.getOrDefault(event.getTarget(), "");
            case TRANSFER -> event.getTarget();
            case PROMISE -> Time.date(LocalDate.parse(event.getTarget()));
            default -> "";
        };
    }

    /**
     * Adds something to what was sent, or gives what the office asked for.
     *
     * @param token what the form was given when it was shown: the same form sent again adds nothing
     * @return the number of what was sent
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public long add(String code, String contact, String token, String text) {
        var submission = mine(code, contact);
        var deed = submission.getState() == InboxState.ASKED ? InboxDeed.SUPPLEMENT : InboxDeed.ADD;
        once(submission, deed, token, text);
        return submission.number();
    }

    /** Says that the answer is off the point; once. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public void object(String code, String contact, String token, String text) {
        once(mine(code, contact), InboxDeed.OBJECT, token, text);
    }

    private void once(Submission submission, InboxDeed deed, String token, String text) {
        var said = SaidOfDeed.text(text);
        var key = Sha256.of("deed " + submission.number() + "\n" + token + "\n" + said.text(), KEY);
        if (!repository.hasEvent(key)) {
            inbox.perform(submission, deed, Actor.NOBODY, said, key);
        }
    }

    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public void withdraw(String code, String contact) {
        var submission = mine(code, contact);
        if (submission.getState() != InboxState.WITHDRAWN) {
            inbox.perform(submission, InboxDeed.WITHDRAW, Actor.NOBODY, SaidOfDeed.NOTHING, null);
        }
    }

    /** Says whether the answer answers, or promised something that was not done. Said again, the last word holds. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public void rate(String code, String contact, Submission.Rating rating) {
        var submission = mine(code, contact);
        if (rating == Submission.Rating.OFF_THE_POINT) {
            throw new RuleBrokenException("inbox.error.text", "text");
        }
        if (rating == Submission.Rating.PROMISED) {
            if (submission.getRating() != rating) {
                inbox.perform(submission, InboxDeed.REMIND, Actor.NOBODY, SaidOfDeed.NOTHING, null);
            }
        } else if (submission.getRating() != rating) {
            inbox.perform(submission, InboxDeed.RATE, Actor.NOBODY, SaidOfDeed.NOTHING, null);
            submission.rate(rating);
        }
    }

    private Submission mine(String code, String contact) {
        return owned(code, contact).orElseThrow(() -> new RuleBrokenException("inbox.error.unknown", "ma"));
    }

    // What everybody reads

    /** @throws NotFoundException if nothing public is there */
    public Publication publication(String slug) {
        return repository.publication(slug).orElseThrow(() -> new NotFoundException(Inbox.CONTENT, slug));
    }

    public Optional<Publication> publication(long id) {
        return repository.publication(id);
    }

    /**
     * On what a published answer rests. Whether everybody still sees that is asked of the index.
     *
     * @param changedOn the day since which it is another than it was; null if it is as it was
     */
    public record Rested(Basis.Source source, @Nullable LocalDate changedOn) {}

    /** On what the answer rests that a publication tells; the sender may have another one already. */
    public List<Rested> basis(long id) {
        var told = repository.publication(id).map(Publication::getAnswerNumber).orElse(0);
        if (told == 0) {
            return List.of();
        }
        var changed =
                repository.changedBasis(id, told).stream().map(Basis::getPath).toList();
        return repository.basis(id, told).stream()
                .filter(basis -> !isGone(basis.toSource()))
                .map(basis -> new Rested(
                        basis.toSource(),
                        changed.contains(basis.getPath())
                                ? repository.lastChange(basis).map(Time::day).orElse(null)
                                : null))
                .toList();
    }

    /** An answer that was taken back is not named any more either. */
    private boolean isGone(Basis.Source source) {
        return source.kind().equals(Inbox.CONTENT)
                && (!source.id().matches("\\d{1,18}")
                        || repository.publication(Long.parseLong(source.id())).isEmpty());
    }

    /** The name of a kind, also of one that is taken no longer. */
    public String kindName(String key, String language) {
        return kinds().stream()
                .filter(kind -> kind.getKey().equals(key))
                .findFirst()
                .map(kind -> kind.name(language))
                .orElse(key);
    }

    public @Nullable SubmissionKind bySlug(String slug) {
        return kinds().stream()
                .filter(kind -> kind.getSlug().equals(slug))
                .findFirst()
                .orElse(null);
    }
}
