package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.legal.Law;
import vn.minhbach.legal.LegalService;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.mail.Outbox;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KnownPerson;
import vn.minhbach.privacy.NamedPeople;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.privacy.SealedValue;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Words;

/**
 * Does what the table of the inbox allows, whoever asks for it: moves a submission, writes the step down, finds its due day anew, tells its
 * sender. Who may do what is asked by the services, in whose transactions this works.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Inbox {

    /** The kind of content, in the change log and the index. */
    static final String CONTENT = "answer";

    /** What can still be done with what nobody sent any more. */
    static final Set<InboxDeed> OF_NOBODY = EnumSet.of(InboxDeed.KEEP_PRIVATE, InboxDeed.UNPUBLISH, InboxDeed.CONFIRM);

    /** After these nothing of the submission is public, whatever was before: whoever takes it back, refuses it or marks it private means that. */
    private static final Set<InboxDeed> HIDING = EnumSet.of(
            InboxDeed.KEEP_PRIVATE,
            InboxDeed.UNPUBLISH,
            InboxDeed.MARK_PRIVATE,
            InboxDeed.WITHDRAW,
            InboxDeed.REFUSE,
            InboxDeed.TRANSFER,
            InboxDeed.MERGE);

    /** Each of these leaves a version of the answer behind it. */
    private static final Set<InboxDeed> WRITING = EnumSet.of(InboxDeed.DRAFT, InboxDeed.MASK, InboxDeed.FOLLOW);

    /** By these the sender has the newest version. */
    private static final Set<InboxDeed> SENDING = EnumSet.of(InboxDeed.ANSWER, InboxDeed.FOLLOW);

    /** More than a conversation about one matter needs. */
    private static final int MOST_MESSAGES = 50;

    private static final Pattern NOT_OF_CODES = Pattern.compile("[^A-Z0-9]");

    @Inject
    InboxRepository repository;

    @Inject
    LegalService legal;

    @Inject
    FieldCipher cipher;

    @Inject
    BlindIndex index;

    @Inject
    Outbox outbox;

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

    /** The deeds that concern more than one submission. */
    private final Joins joins = new Joins(this);

    private final SenderLetters letters = new SenderLetters(this);

    Inbox() {}

    /** Without a server, for tests. */
    Inbox(
            InboxRepository repository,
            LegalService legal,
            FieldCipher cipher,
            BlindIndex index,
            Outbox outbox,
            ChangeLog changes,
            Derived<List<SubmissionKind>> kinds,
            Clock clock,
            InboxUnits units,
            PortalUrl portal) {
        this.repository = repository;
        this.legal = legal;
        this.cipher = cipher;
        this.index = index;
        this.outbox = outbox;
        this.changes = changes;
        this.kinds = kinds;
        this.clock = clock;
        this.units = units;
        this.portal = portal;
    }

    /** By which letters leave. */
    Outbox outbox() {
        return outbox;
    }

    /** By which what belongs to a submission lies sealed. */
    FieldCipher cipher() {
        return cipher;
    }

    /** As precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return Time.day(clock.instant());
    }

    List<SubmissionKind> kinds() {
        return kinds.get(repository::kinds);
    }

    SubmissionKind kind(String key) {
        return known(key).orElseThrow(() -> new NotFoundException("inbox-kind", key));
    }

    private Optional<SubmissionKind> known(String key) {
        return kinds().stream().filter(kind -> kind.getKey().equals(key)).findFirst();
    }

    /** What a kind is called; one that is there no longer by its key. */
    String kindName(String key, String language) {
        return known(key).map(kind -> kind.name(language)).orElse(key);
    }

    /** What the table looks at. */
    InboxStep.Subject subject(Submission submission) {
        var id = submission.number();
        var sent = submission.getSentAnswer();
        return new InboxStep.Subject(
                submission,
                kind(submission.getKind()),
                repository
                        .answer(id, submission.getNewestAnswer())
                        .filter(InboxAnswer::isPublic)
                        .isPresent(),
                submission.getState() != InboxState.MERGED
                        && !repository.joined(id).isEmpty(),
                sent > 0 && !repository.changedBasis(id, sent).isEmpty(),
                submission.getDueStep() == TimeRule.Step.ANSWER
                        && submission.getDueDay().isBefore(today()),
                repository.publication(id).isPresent());
    }

    Submission receive(SubmissionKind kind, NewSubmission sent) {
        return receive(kind, sent, Intake.online(today()));
    }

    /** Takes in what came by some way or other; its limits run from the day on which it came. */
    Submission receive(SubmissionKind kind, NewSubmission sent, Intake intake) {
        var now = now();
        var code = TrackingCode.random();
        var phone = Contact.phone(sent.get(AskedField.PHONE));
        var email = Contact.email(sent.get(AskedField.EMAIL));
        var submission = new Submission(
                kind,
                new Submission.Keys(index.of(code.value()), sent.key(), blind(phone), blind(email)),
                sent,
                now,
                Time.day(now));
        var row = submission.sealedRow();
        submission.keep(new Submission.Sealed(
                cipher.seal(code.value(), InboxSeals.CODE, row),
                cipher.seal(sent.get(AskedField.NAME), InboxSeals.NAME, row),
                cipher.seal(sent.get(AskedField.ADDRESS), InboxSeals.ADDRESS, row),
                cipher.seal(phone, InboxSeals.PHONE, row),
                cipher.seal(email, InboxSeals.EMAIL, row),
                cipher.seal(subjectOf(sent), InboxSeals.SUBJECT, row),
                cipher.seal(sent.get(AskedField.TEXT), InboxSeals.TEXT, row),
                cipher.seal(SubmissionDetails.write(sent), InboxSeals.DETAILS, row)));
        submission.cameBy(intake, blind(Normalised.text(sent.get(AskedField.TEXT))));
        // Nobody was waited for yet: no step stops its clock.
        reckon(submission, legal.law(), List.of());
        if (!email.isEmpty() && outbox.isOn()) {
            // What a citizen is owed is not refused: said here, the row is written once.
            submission.receiptMailed();
        }
        repository.add(submission);
        note(submission, InboxDeed.SUBMIT, intake.by(), "", "", null, submission.getReceivedAt());
        tell(submission, InboxDeed.SUBMIT, SaidOfDeed.NOTHING);
        return submission;
    }

    /** What lies sealed and is plain; who takes rich text for plain misses what its markup parts or hides. */
    String open(SealedValue value) {
        if (InboxSeals.RICH.contains(value.column())) {
            throw new IllegalArgumentException("Rich text: " + value.column());
        }
        return cipher.open(value);
    }

    /** Rich text that lies sealed; what was kept before there was an editor for answers is plain. */
    String rich(SealedValue value) {
        var opened = cipher.open(value);
        return FieldCipher.isUnopened(opened) ? Html.escape(opened) : Html.rich(opened);
    }

    /**
     * Seals what somebody of the staff looks for, for them and one day: it stands in addresses, which stand in logs. Empty without a key.
     */
    String seal(String day, String person, String plain) {
        return cipher.isReady() ? cipher.seal(plain, sought(day, person)) : "";
    }

    /** The same opened; empty if it was sealed for somebody else, or on another day. */
    String opened(String day, String person, String sealed) {
        var opened = cipher.opened(sealed, sought(day, person));
        return opened.isOpen() ? opened.text() : "";
    }

    private static String sought(String day, String person) {
        return "inbox.sought:" + day + ":" + person;
    }

    String blind(String plain) {
        return plain.isEmpty() ? "" : index.of(plain);
    }

    /** A kind that asks for no subject has the beginning of the text for one. */
    private static String subjectOf(NewSubmission sent) {
        var subject = sent.get(AskedField.SUBJECT);
        return subject.isEmpty() ? Text.shorten(Text.line(sent.get(AskedField.TEXT)), 120) : subject;
    }

    /**
     * Does a deed.
     *
     * @param formKey by which the same form sent again is known; null for what comes from no public form
     * @throws RuleBrokenException if the table does not allow it, or something is not said
     */
    void perform(Submission submission, InboxDeed deed, Actor actor, SaidOfDeed said, @Nullable String formKey) {
        perform(submission, deed, actor, said, formKey, Submission.TAKEN_AS_GENUINE.contains(deed));
    }

    /** The same to one of many that were marked in the list: nobody has read it for that, so what is held stays held. */
    void performOnMany(Submission submission, InboxDeed deed, Actor actor, SaidOfDeed said) {
        perform(submission, deed, actor, said, null, false);
    }

    private void perform(
            Submission submission,
            InboxDeed deed,
            Actor actor,
            SaidOfDeed said,
            @Nullable String formKey,
            boolean takesAsGenuine) {
        if (submission.isAnonymous() && !OF_NOBODY.contains(deed)) {
            // There is nobody to tell, and nothing to handle; what is public may still be taken back.
            throw new RuleBrokenException("inbox.error.anonymous");
        }
        var subject = subject(submission);
        var reasons = InboxStep.reasonsAgainst(subject, deed, actor);
        if (!reasons.isEmpty()) {
            throw InboxStep.refusal(reasons.getFirst());
        }
        requireTellsNothing(submission, deed);
        var step = InboxStep.of(submission.getState(), deed).orElseThrow();
        var doubts = step.needs().contains(InboxStep.Need.LOOKED) ? doubtsLeft(submission) : List.<Doubt>of();
        for (var need : step.needs()) {
            if (!need.isMet(said) && !(need == InboxStep.Need.LOOKED && doubts.isEmpty())) {
                throw new RuleBrokenException(need.reason(), need.field());
            }
        }
        if (formKey != null && repository.events(submission.number(), deed) >= MOST_MESSAGES) {
            throw new RuleBrokenException("inbox.error.messages");
        }
        joins.check(submission, deed, said);
        if (takesAsGenuine && submission.isSuspect()) {
            // From now on its sender is owed what every other one is; the receipt first.
            perform(submission, InboxDeed.MARK_GENUINE, actor, SaidOfDeed.NOTHING, null);
        }
        var now = now();
        var law = legal.law();
        var isTakenUp = deed == InboxDeed.ASSIGN && SubmissionClock.isUndecided(submission.getState());
        if (deed == InboxDeed.EXTEND) {
            extend(submission, law);
        }
        if (!doubts.isEmpty()) {
            look(
                    submission,
                    doubts.stream().map(Doubt::told).distinct().toList(),
                    Integer.toString(submission.getNewestAnswer()),
                    actor,
                    now);
        }
        submission.go(step, actor.name(), said, now, Time.day(now));
        if (deed == InboxDeed.DRAFT || deed == InboxDeed.MASK) {
            answer(submission, said, actor.name(), now);
        }
        var isAssigned = deed == InboxDeed.ASSIGN;
        note(
                submission,
                deed,
                actor.name(),
                isAssigned && !said.body().isEmpty() ? "@" + said.body() : said.text(),
                isAssigned ? said.unit() : said.body(),
                formKey,
                now);
        joins.after(submission, deed);
        if (deed == InboxDeed.CONFIRM) {
            confirm(submission, now);
        }
        reckon(submission, law);
        if (deed == InboxDeed.PUBLISH) {
            publish(submission, now);
        } else if (HIDING.contains(deed)) {
            hide(submission);
        }
        if (step.told() == InboxStep.Told.SENDER || isTakenUp && isToldOfUnit(submission, law)) {
            tell(submission, deed, said);
        } else if (deed == InboxDeed.MARK_GENUINE
                && submission.getState().isOpen()
                && repository.events(submission.number(), deed) == 1) {
            // Only now is it known that somebody waits for the receipt.
            tell(submission, InboxDeed.SUBMIT, SaidOfDeed.NOTHING);
        }
    }

    /** Whether giving it to a unit is written to its sender: where the law has them told that it was taken up. Of what nobody has looked at nothing is. */
    private static boolean isToldOfUnit(Submission submission, Law law) {
        return !submission.isSuspect()
                && law.rule(submission.getKind(), TimeRule.Step.TELL, Time.day(submission.getReceivedAt()))
                        .isPresent();
    }

    /** Keeps the newest version of an answer. */
    void answer(Submission submission, SaidOfDeed said, String author, Instant now) {
        var answer = new InboxAnswer(submission, author, now);
        answer.write(said, submission, cipher);
        repository.add(answer);
    }

    /**
     * What goes to others tells nothing of whose submission it is, of whose were joined to it, and of whom they named. The answer of the one
     * goes to the others too, so it is looked through before it is sent as well.
     */
    private void requireTellsNothing(Submission submission, InboxDeed deed) {
        if (deed != InboxDeed.APPROVE && deed != InboxDeed.ANSWER && deed != InboxDeed.PUBLISH) {
            return;
        }
        if (wordsOfMatter(submission).isShut()) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
        if (!telling(submission).isEmpty()) {
            throw new RuleBrokenException("inbox.error.telling");
        }
        if (deed != InboxDeed.PUBLISH && !tellingReader(submission).isEmpty()) {
            throw new RuleBrokenException("inbox.error.tellingReader");
        }
    }

    /**
     * Writes down that somebody looked at what is left, and at what.
     *
     * @param doubts in words
     * @param where it stands: the version of the answer, or something else of which the public reads
     */
    void look(Submission submission, List<String> doubts, String where, Actor actor, Instant now) {
        note(
                submission,
                InboxDeed.LOOK,
                actor.name(),
                Text.cut(String.join("\n", doubts), SaidOfDeed.LONGEST_TEXT),
                where,
                null,
                now);
    }

    /**
     * Masks a place of the newest public text in a version of its own. What was read is kept: who wrote the answer is asked for by whoever
     * approves it, and what it rests on is looked at again as of when it was.
     */
    void mask(Submission submission, Doubt doubt, Actor actor) {
        var number = submission.getNewestAnswer();
        var answer = repository
                .answer(submission.number(), number)
                .filter(InboxAnswer::isPublic)
                .orElseThrow(() -> new RuleBrokenException("inbox.error.publicText"));
        var full = full(answer);
        var text = publicText(answer);
        if (Stream.of(full, text.title(), text.question(), text.answer()).anyMatch(FieldCipher::isUnopened)) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
        var masked = text.without(doubt, wordsOfMatter(submission))
                .orElseThrow(() -> new RuleBrokenException("inbox.error.doubtGone"));
        var basis = repository.basis(submission.number(), number);
        perform(
                submission,
                InboxDeed.MASK,
                actor,
                SaidOfDeed.answer(full, masked.title(), masked.question(), masked.answer()),
                null);
        basis.forEach(each -> repository.add(
                new Basis(submission.number(), submission.getNewestAnswer(), each.toSource(), each.getConfirmedAt())));
        repository.carryFiles(submission.number(), number);
    }

    /** Makes a part of a submission one of its own. */
    Submission split(Submission whole, String subject, String part, Actor actor) {
        return joins.split(whole, subject, part, actor);
    }

    /**
     * Keeps on what the newest version of an answer rests.
     *
     * @param read as of when the answer agrees with it: what changes later is told
     */
    void rest(Submission submission, Collection<Basis.Source> sources, Instant read) {
        var number = submission.getNewestAnswer();
        sources.stream()
                .collect(Collectors.toMap(Basis.Source::path, each -> each, (one, other) -> one, LinkedHashMap::new))
                .values()
                .forEach(source -> repository.add(new Basis(submission.number(), number, source, read)));
    }

    /** Who looked at what changed says that the answer holds; readers are told of the change no longer. */
    private void confirm(Submission submission, Instant now) {
        repository.basis(submission.number(), submission.getSentAnswer()).forEach(basis -> basis.confirm(now));
        repository.flush();
        if (repository.publication(submission.number()).isPresent()) {
            changes.touched(CONTENT, Long.toString(submission.number()));
        }
    }

    private void extend(Submission submission, Law law) {
        var day = Time.day(submission.getReceivedAt());
        var extension = law.rule(submission.getKind(), TimeRule.Step.EXTEND, day)
                .orElseThrow(() -> new RuleBrokenException("inbox.error.noExtension"));
        submission.extend(extension.limit().length());
    }

    void note(
            Submission submission,
            InboxDeed deed,
            String actor,
            String text,
            String target,
            @Nullable String formKey,
            Instant now) {
        var event = new InboxEvent(submission.number(), now, actor, deed, submission.getState(), target, formKey);
        event.say(text, submission, cipher);
        repository.add(event);
        if (!text.isEmpty() || deed == InboxDeed.SUBMIT || deed == InboxDeed.DRAFT || deed == InboxDeed.MASK) {
            remember(submission, deed == InboxDeed.SUBMIT);
        }
    }

    /**
     * Keeps the words of all that was written so far, by which it is found.
     *
     * @param isNew whether there are neither messages nor answers yet
     */
    void remember(Submission submission, boolean isNew) {
        var words = SubmissionWords.of(
                texts(submission, isNew ? List.of() : repository.events(submission.number()), isNew));
        var sealed = cipher.seal(words, InboxSeals.WORDS, KeptWords.sealedRow(submission.number()));
        if (isNew) {
            repository.add(new KeptWords(submission.number(), sealed, now()));
        } else {
            repository.keepWords(submission.number(), sealed, now());
        }
    }

    /** What its sender asked when they sent it, as far as it can be opened, but not who they are. */
    List<String> asked(Submission submission) {
        return texts(submission, List.of(), true);
    }

    /** All that is written in a submission, but not who wrote it: that is not found by its words. */
    private List<String> texts(Submission submission, List<InboxEvent> events, boolean isNew) {
        var texts = new ArrayList<String>();
        texts.add(subjectOf(submission));
        texts.add(textOf(submission));
        detailsOf(submission).forEach(detail -> texts.add(detail.value()));
        events.forEach(event -> texts.add(text(event)));
        if (!isNew) {
            repository.answers(submission.number()).forEach(answer -> {
                var told = publicText(answer);
                texts.add(Html.text(full(answer)));
                texts.add(told.title());
                texts.add(told.question());
                texts.add(Html.text(told.answer()));
            });
        }
        return texts.stream().filter(text -> !FieldCipher.isUnopened(text)).toList();
    }

    /** What is due of a submission. @param events of it, in order */
    SubmissionClock clock(Submission submission, Law law, List<InboxEvent> events) {
        return new SubmissionClock(law, submission, events, isToBePublic(submission));
    }

    /** Whether there is an answer, and it is to become public: its kind is, and its sender lets. */
    private boolean isToBePublic(Submission submission) {
        return submission.getState().isAnswered() && !submission.isKeepPrivate() && isPublishable(submission);
    }

    /** As the kind stands now, within a transaction that changes it too. */
    private boolean isPublishable(Submission submission) {
        return repository.kinds().stream()
                .anyMatch(each -> each.getKey().equals(submission.getKind()) && submission.isPublishable(each));
    }

    /** Whether answers of a kind become public has changed: of those that were given, other days are due, or none. */
    void reckonAnswered(String kind) {
        var law = legal.law();
        repository.answered(kind).forEach(submission -> reckon(submission, law));
    }

    /** Finds the due day anew. @return whether it is another one than before */
    boolean reckon(Submission submission, Law law) {
        return reckon(submission, law, repository.events(submission.number()));
    }

    private boolean reckon(Submission submission, Law law, List<InboxEvent> events) {
        var next = clock(submission, law, events).next();
        var due = next.flatMap(each -> Optional.ofNullable(each.reckoning().due()))
                .orElse(null);
        return submission.due(next.map(SubmissionClock.Due::step).orElse(null), due == null ? Submission.NEVER : due);
    }

    /** The same because the calendar or a limit changed; what moves by it says why. */
    void reckonAgain(Submission submission, Law law, String why) {
        if (reckon(submission, law)) {
            note(submission, InboxDeed.RECKON, Actor.PORTAL.name(), why, "", null, now());
        }
    }

    /** Writes down what the portal did by itself; nothing of where it stands changes. */
    void noteOfPortal(Submission submission, InboxDeed deed, String text) {
        note(submission, deed, Actor.PORTAL.name(), text, "", null, now());
    }

    /** Writes to the sender, if that can be. The letter is owed from then on, and is sent sooner or later. */
    void tell(Submission submission, InboxDeed deed, SaidOfDeed said) {
        letters.write(submission, deed, said);
    }

    private void publish(Submission submission, Instant now) {
        var answer = repository
                .answer(submission.number(), submission.getSentAnswer())
                .orElseThrow();
        if (!answer.isPublic()) {
            throw new RuleBrokenException("inbox.error.publicText");
        }
        var text = publicText(answer);
        if (Stream.of(text.title(), text.question(), text.answer()).anyMatch(FieldCipher::isUnopened)) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
        var slug = Text.slug(text.title()) + "-" + submission.number();
        var known = repository.publication(submission.number()).orElse(null);
        var publication = known == null ? new Publication(submission.number(), slug) : known;
        publication.standAt(slug);
        publication.write(
                submission,
                procedure(submission),
                text.title(),
                text.question(),
                text.answer(),
                Optional.ofNullable(submission.getAnsweredAt()).orElse(now),
                now);
        if (known == null) {
            repository.add(publication);
        } else {
            repository.flush();
        }
        changes.published(CONTENT, Long.toString(submission.number()));
    }

    /** What an answer is about: the procedure from whose page it was asked, or the first on which the answer rests. */
    private String procedure(Submission submission) {
        return submission.getProcedure().isEmpty()
                ? repository.basis(submission.number(), submission.getSentAnswer()).stream()
                        .map(Basis::toSource)
                        .filter(Basis.Source::isProcedure)
                        .map(Basis.Source::id)
                        .findFirst()
                        .orElse("")
                : submission.getProcedure();
    }

    private void hide(Submission submission) {
        repository.publication(submission.number()).ifPresent(publication -> {
            repository.remove(publication);
            changes.withdrawn(CONTENT, Long.toString(submission.number()));
        });
    }

    /** Of whom somebody must be told nothing: the sender, or nobody if they may know who that is. */
    @Nullable
    KnownPerson hidden(Submission submission, Actor reader) {
        return reader.may(Permission.SEE_SENDERS, submission.getUnit())
                ? null
                : publicWords(submission).sender();
    }

    /** What may be said in public of what somebody sent. */
    PublicWords publicWords(Submission submission) {
        var details = detailsOf(submission);
        return new PublicWords(
                List.of(new KnownPerson(
                        open(submission.getNameSealed()),
                        open(submission.getAddressSealed()),
                        open(submission.getPhoneSealed()),
                        open(submission.getEmailSealed()))),
                details.stream()
                        .filter(detail -> detail.field() == AskedField.CONCERNED)
                        .flatMap(detail -> NamedPeople.in(detail.value()).stream())
                        .toList(),
                Stream.of(
                                Stream.of(subjectOf(submission), textOf(submission)),
                                details.stream().map(SubmissionDetails.Detail::value),
                                // Details that stay shut are read as none; that they are there must not be missed.
                                Stream.of(open(submission.getDetailsSealed())).filter(FieldCipher::isUnopened),
                                said(submission))
                        .flatMap(each -> each)
                        .toList());
    }

    /** What its sender wrote since. */
    private Stream<String> said(Submission submission) {
        return repository.events(submission.number()).stream()
                .filter(event -> Submission.WRITING.contains(event.getDeed()))
                .map(this::text);
    }

    /** The same of it and of all that was joined to it: one answer goes to all of them. */
    PublicWords wordsOfMatter(Submission submission) {
        return repository.ofMatter(submission.number()).stream()
                .map(this::publicWords)
                .reduce(publicWords(submission), PublicWords::with);
    }

    /** What the public is to read of an answer. */
    PublicText publicText(InboxAnswer answer) {
        var matter = matter(answer.getSubmission());
        return new PublicText(
                open(answer.getTitleSealed(matter)),
                open(answer.getQuestionSealed(matter)),
                rich(answer.getPublicSealed(matter)));
    }

    /** What the sender is to read. */
    String full(InboxAnswer answer) {
        return rich(answer.getFullSealed(matter(answer.getSubmission())));
    }

    /** A version that its sender was sent and that another one has followed since. */
    record Earlier(InboxAnswer answer, Instant sentAt) {}

    /**
     * What its sender was sent before the answer that they have now, in order. Which version a step sent is counted: each of them is written by a step of its
     * own, and what is sent is the newest one.
     */
    List<Earlier> earlier(Submission submission, List<InboxEvent> events) {
        var earlier = new ArrayList<Earlier>();
        var version = 0;
        for (var event : events) {
            version += WRITING.contains(event.getDeed()) ? 1 : 0;
            if (SENDING.contains(event.getDeed())) {
                repository
                        .answer(submission.number(), version)
                        .ifPresent(answer -> earlier.add(new Earlier(answer, event.getAt())));
            }
        }
        return earlier.isEmpty() ? List.of() : List.copyOf(earlier.subList(0, earlier.size() - 1));
    }

    /** To what belongs to a submission is bound what lies sealed of it. */
    private String matter(long submission) {
        return repository.find(submission).orElseThrow().getSealId();
    }

    private Optional<InboxAnswer> newest(Submission submission) {
        return repository.answer(submission.number(), submission.getNewestAnswer());
    }

    /** What in the public text of the newest answer may tell of somebody, for a person to decide. */
    List<Doubt> doubts(Submission submission) {
        return newest(submission)
                .filter(InboxAnswer::isPublic)
                .map(answer -> publicText(answer).doubts(wordsOfMatter(submission)))
                .orElse(List.of());
    }

    /** Whether somebody has said of the newest answer that they looked at that. */
    boolean isLookedAt(Submission submission) {
        return repository.hasEvent(submission.number(), InboxDeed.LOOK, Integer.toString(submission.getNewestAnswer()));
    }

    private List<Doubt> doubtsLeft(Submission submission) {
        return isLookedAt(submission) ? List.of() : doubts(submission);
    }

    /**
     * What the public text of the newest answer would tell of who sent the submission, or one that was joined to it, or of others whom they
     * named.
     */
    List<String> telling(Submission submission) {
        return newest(submission)
                .filter(InboxAnswer::isPublic)
                .map(this::publicText)
                .map(text -> tellingOf(
                        submission, text.title() + "\n" + text.question() + "\n" + Html.everything(text.answer())))
                .orElse(List.of());
    }

    /** What the answer for its sender would tell them of those whose submissions were joined to theirs. */
    List<String> tellingReader(Submission submission) {
        var joined = repository.ofMatter(submission.number());
        return joined.isEmpty()
                ? List.of()
                : newest(submission)
                        .map(answer -> Html.everything(full(answer)))
                        .map(text -> {
                            var reader = publicWords(submission);
                            return withCode(
                                    joined.stream()
                                            .flatMap(each -> publicWords(each).tellingTo(reader, text).stream())
                                            .distinct()
                                            .toList(),
                                    joined,
                                    text);
                        })
                        .orElse(List.of());
    }

    /** What a text would tell others of whose submission it is, and of whose were joined to it. */
    List<String> tellingOf(Submission submission, String text) {
        return withCode(
                wordsOfMatter(submission).telling(text),
                Stream.concat(Stream.of(submission), repository.ofMatter(submission.number()).stream())
                        .toList(),
                text);
    }

    /** With the code of one of them a text would open the whole of it to its readers. */
    private List<String> withCode(List<String> told, List<Submission> submissions, String text) {
        return submissions.stream().anyMatch(each -> tellsCode(each, text))
                ? Stream.concat(told.stream(), Stream.of(Words.VIETNAMESE.text("inbox.receipt.code")))
                        .toList()
                : told;
    }

    private boolean tellsCode(Submission submission, String text) {
        var code = open(submission.getCodeSealed());
        return !code.isEmpty()
                && !FieldCipher.isUnopened(code)
                && NOT_OF_CODES
                        .matcher(Text.fold(text).toUpperCase(Locale.ROOT))
                        .replaceAll("")
                        .contains(code);
    }

    /** What was said at a step, opened. */
    String text(InboxEvent event) {
        return open(event.getTextSealed(matter(event.getSubmission())));
    }

    /** Whether it came from one of these numbers or addresses, by what lies sealed and not by its marks alone. */
    boolean isFrom(Submission submission, Collection<String> contacts) {
        return Stream.of(submission.getPhoneSealed(), submission.getEmailSealed())
                .map(this::open)
                .anyMatch(contact -> !contact.isEmpty() && contacts.contains(contact));
    }

    /** Its code as people write it, or why it cannot be told. */
    String codeOf(Submission submission) {
        var code = open(submission.getCodeSealed());
        return FieldCipher.isUnopened(code) ? code : new TrackingCode(code).grouped();
    }

    String subjectOf(Submission submission) {
        return submission.isAnonymous()
                ? Words.VIETNAMESE.text("inbox.anonymous")
                : open(submission.getSubjectSealed());
    }

    String textOf(Submission submission) {
        return open(submission.getTextSealed());
    }

    List<SubmissionDetails.Detail> detailsOf(Submission submission) {
        return SubmissionDetails.read(open(submission.getDetailsSealed()));
    }
}
