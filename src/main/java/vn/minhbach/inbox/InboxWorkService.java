package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.AuditSubject;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.Subject;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * What the staff does in the inbox beside answering: takes down what was said, joins and splits, names colleagues, promises, looks again at
 * answers whose basis changed, and does one deed to many. As in {@link InboxDeskService}, each deed names the place where the submission
 * lies and the version that one has seen.
 */
@ApplicationScoped
@Transactional
public class InboxWorkService {

    /** For how long a deed on many can be taken back. */
    private static final Duration UNDO = Duration.ofDays(1);

    /** For how long the slip of what was taken down can be printed, as the receipt of the portal's form. */
    private static final Duration SLIP = Duration.ofDays(1);

    /** So much of the words of two subjects in common makes them alike. */
    private static final double ALIKE = 0.6;

    private static final int MOST_ALIKE = 5;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Inject
    InboxRepository repository;

    @Inject
    Inbox inbox;

    @Inject
    Enclosures enclosures;

    @Inject
    BlindIndex index;

    @Inject
    CurrentActor actors;

    @Inject
    Colleagues colleagues;

    @Inject
    InboxWordIndex wordIndex;

    @Inject
    InboxDraftRepository drafts;

    @Inject
    InboxSlipRepository slips;

    @Inject
    InboxUnits units;

    protected InboxWorkService() {}

    /** Without a server, for tests. */
    InboxWorkService(
            InboxRepository repository,
            Inbox inbox,
            Enclosures enclosures,
            BlindIndex index,
            CurrentActor actors,
            Colleagues colleagues,
            InboxWordIndex wordIndex,
            InboxDraftRepository drafts,
            InboxSlipRepository slips,
            InboxUnits units) {
        this.repository = repository;
        this.inbox = inbox;
        this.enclosures = enclosures;
        this.index = index;
        this.actors = actors;
        this.colleagues = colleagues;
        this.wordIndex = wordIndex;
        this.drafts = drafts;
        this.slips = slips;
        this.units = units;
    }

    /** A day as people write it: "5/12/2026"; empty if it is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(Text.line(typed), DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // Taking down

    /** What was taken down: its number, and its code to be read out. */
    public record Taken(long id, String code) implements Serializable, AuditSubject {

        /** Never the code: whoever has it reads all of it. */
        @Override
        public String getSubject() {
            return Long.toString(id);
        }
    }

    /**
     * Takes down what somebody said, wrote or handed in, with the letter itself where there is one. The same form sent again is the same submission.
     * What was kept of it while it was typed is needed no longer.
     *
     * @param unit the unit that has it from the beginning; empty for none yet
     */
    @Permit(Permission.MODERATE_INBOX)
    @Subject
    public Taken takeDown(@Place String unit, NewSubmission sent, Intake intake) {
        intake.check(inbox.today());
        var known = repository.byForm(sent.key()).orElse(null);
        if (known != null) {
            return taken(known);
        }
        var kind = inbox.kind(sent.kind());
        var me = actors.get();
        var form = Enclosures.formKey(sent.token());
        slips.find(me.name(), sent.kind()).ifPresent(slip -> InboxSlipService.requireNotFiled(slip, form));
        if (enclosures.putBy(sent.token(), me.name()).size()
                != sent.enclosures().size()) {
            // Brought or left out on another page of it: that is to be seen before it is filed.
            throw new RuleBrokenException("inbox.error.slipFiles");
        }
        var chosen = enclosures.all(sent.token(), me.name(), sent.enclosures());
        var submission =
                inbox.receive(kind, sent, new Intake(intake.channel(), intake.day(), intake.consent(), me.name()));
        enclosures.attach(chosen, submission.number(), null);
        if (!unit.isEmpty()) {
            inbox.perform(submission, InboxDeed.ASSIGN, me, SaidOfDeed.unit(unit), null);
        }
        slips.file(me.name(), sent.kind(), form, inbox.now());
        return taken(submission);
    }

    private Taken taken(Submission submission) {
        return new Taken(submission.number(), inbox.codeOf(submission));
    }

    /** The units for which one may take something down, by their slugs; null for all, also for none. */
    public @Nullable Set<String> placesOfTaking() {
        return actors.get().places(Permission.MODERATE_INBOX);
    }

    /** Whether one decides somewhere what becomes of submissions. */
    public boolean isModerating() {
        return actors.get().maySomewhere(Permission.MODERATE_INBOX);
    }

    public LocalDate today() {
        return inbox.today();
    }

    // What lies with a submission

    public Dossier dossier(long id) {
        var submission = seen(id);
        var me = actors.get();
        var moderates = me.may(Permission.MODERATE_INBOX, submission.getUnit());
        var newest = submission.getNewestAnswer();
        var sent = submission.getSentAnswer();
        var changed =
                repository.changedBasis(id, newest).stream().map(Basis::getPath).collect(Collectors.toSet());
        var promise = submission.getPromiseDay();
        return new Dossier(
                submission.getChannel(),
                submission.getTakenBy(),
                submission.getConsent(),
                submission.getRecordedAt(),
                moderates
                                && submission.getChannel() != InboxChannel.WEB
                                && submission.getRecordedAt().plus(SLIP).isAfter(inbox.now())
                        ? submission.getFormKey()
                        : "",
                promise,
                promise != null && !promise.isAfter(inbox.today()),
                submission.getMergedInto() == 0
                        ? null
                        : visible(submission.getMergedInto())
                                .map(main -> other(main, null))
                                .orElse(null),
                repository.joined(id).stream()
                        .filter(this::isVisible)
                        .map(each -> other(each, null))
                        .toList(),
                moderates
                                && InboxStep.of(submission.getState(), InboxDeed.MERGE)
                                        .isPresent()
                        ? alike(submission)
                        : List.of(),
                repository.basis(id, newest).stream()
                        .map(basis -> new Dossier.Rest(basis.toSource(), changed.contains(basis.getPath())))
                        .toList(),
                sent > 0 && !repository.changedBasis(id, sent).isEmpty(),
                !repository.unseen(id, me.name()).isEmpty(),
                colleagues.of(submission.getUnit()).values().stream()
                        .map(each -> new Dossier.Person(each.account(), each.name()))
                        .toList());
    }

    private Dossier.Other other(Submission submission, Dossier.@Nullable Alike alike) {
        return new Dossier.Other(
                submission.number(),
                inbox.subjectOf(submission),
                submission.getState(),
                submission.getReceivedAt(),
                alike);
    }

    /** What may be the same matter: of the same text, by the same sender with much the same subject, or with rare words in common. */
    private List<Dossier.Other> alike(Submission submission) {
        var found = new ArrayList<Dossier.Other>();
        var known = new HashSet<Long>();
        var text = Normalised.text(inbox.textOf(submission));
        repository.sameText(submission.number(), index.candidates(text)).stream()
                .filter(this::isVisible)
                .filter(each -> known.add(each.number()))
                .forEach(each -> found.add(other(each, Dossier.Alike.TEXT)));
        var subject = words(inbox.subjectOf(submission));
        repository.sameSender(submission.number(), submission.getPhoneKey(), submission.getEmailKey()).stream()
                .filter(this::isVisible)
                .filter(each -> common(subject, words(inbox.subjectOf(each))) >= ALIKE)
                .filter(each -> known.add(each.number()))
                .forEach(each -> found.add(other(each, Dossier.Alike.SENDER)));
        byWords(submission).stream()
                .filter(this::isVisible)
                .filter(each -> known.add(each.number()))
                .forEach(each -> found.add(other(each, Dossier.Alike.WORDS)));
        return found.stream()
                .filter(each -> each.state() != InboxState.MERGED && each.state() != InboxState.WITHDRAWN)
                .limit(MOST_ALIKE)
                .toList();
    }

    /** Those that are open and of the same kind, with many words in common that few others have; the most alike first. */
    private List<Submission> byWords(Submission submission) {
        var id = submission.number();
        var asked = String.join("\n", inbox.asked(submission));
        var numbers = wordIndex.alike(
                id,
                SubmissionWords.split(asked),
                named(submission, asked),
                repository.joinable(submission.getKind(), id - InboxWordIndex.NEAR, id + InboxWordIndex.NEAR));
        return repository.withNumbers(numbers).stream()
                .sorted(Comparator.comparingInt(each -> numbers.indexOf(each.number())))
                .toList();
    }

    /** What is named that tells one matter from others: neither who asks, nor whom they ask. */
    private Set<String> named(Submission submission, String asked) {
        var named = SubmissionWords.names(asked);
        Stream.concat(
                        Stream.of(inbox.open(submission.getNameSealed()), inbox.open(submission.getAddressSealed())),
                        units.names().values().stream())
                .map(SubmissionWords::split)
                .forEach(named::removeAll);
        return named;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Text.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static double common(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    // What the queue marks

    /**
     * What a line of the queue says beside the rest.
     *
     * @param written whether its sender has written something on which nobody has acted since
     * @param promiseDay until when something is promised; null for nothing
     */
    public record Marks(
            InboxChannel channel,
            boolean merged,
            boolean written,
            @Nullable LocalDate promiseDay,
            String unit) implements Serializable {}

    /** The marks of these submissions, by their numbers. */
    public Map<Long, Marks> marks(Collection<Long> numbers) {
        var marks = new HashMap<Long, Marks>();
        repository
                .withNumbers(numbers)
                .forEach(each -> marks.put(
                        each.number(),
                        new Marks(
                                each.getChannel(),
                                each.getMergedInto() != 0,
                                each.getSenderAt() != null && each.getState().isOpen(),
                                each.getState().isAnswered() ? each.getPromiseDay() : null,
                                each.getUnit())));
        return marks;
    }

    // Deeds on one

    /** @param person the account of who is to handle it; empty for whoever of the unit begins */
    @Permit(Permission.MODERATE_INBOX)
    public void assign(@Subject long id, @Place String unit, long version, String to, String person) {
        requireColleague(to, person);
        perform(id, unit, version, InboxDeed.ASSIGN, SaidOfDeed.unit(to, person));
    }

    /**
     * Who may be given something in one of these units, by name, for whoever chooses.
     *
     * @param units their names by their slugs
     */
    public List<Dossier.Person> assignable(Map<String, String> units, Words words) {
        var people = new HashMap<String, String>();
        var seen = new HashMap<String, List<String>>();
        colleagues
                .ofEach(units.keySet())
                .forEach((unit, those) -> those.values().forEach(each -> {
                    people.put(each.account(), each.name());
                    seen.computeIfAbsent(each.account(), unused -> new ArrayList<>())
                            .add(units.getOrDefault(unit, unit));
                }));
        return people.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(words.locale())))
                .map(each -> {
                    var theirs = seen.getOrDefault(each.getKey(), List.of());
                    return new Dossier.Person(
                            each.getKey(),
                            each.getValue() + " – "
                                    + (theirs.size() == units.size()
                                            ? words.text("inboxDesk.person.everywhere")
                                            : String.join(", ", theirs)));
                })
                .toList();
    }

    private void requireColleague(String unit, String person) {
        if (!person.isEmpty() && !colleagues.of(unit).containsKey(person)) {
            throw new RuleBrokenException("inbox.error.person", "person");
        }
    }

    /** Joins it to an earlier one, which whoever does it sees as well. */
    @Permit(Permission.MODERATE_INBOX)
    public void merge(@Subject long id, @Place String unit, long version, String main) {
        var number = Text.line(main).replace("#", "");
        var found = number.matches("[1-9]\\d{0,17}")
                ? visible(Long.parseLong(number)).map(Submission::number).orElse(0L)
                : 0L;
        if (found == 0) {
            throw new RuleBrokenException("inbox.error.item", "item");
        }
        perform(id, unit, version, InboxDeed.MERGE, SaidOfDeed.item(found, ""));
    }

    @Permit(Permission.MODERATE_INBOX)
    public void unmerge(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.UNMERGE, SaidOfDeed.text(reason));
    }

    /** Makes a part of it a submission of its own. @return the number of that one */
    @Permit(Permission.MODERATE_INBOX)
    @Subject
    public long split(@Subject long id, @Place String unit, long version, String subject, String part) {
        var whole = at(id, unit, version);
        var text = Text.cut(Text.clean(part).strip(), AskedField.TEXT.longest());
        var me = actors.get();
        var reasons = InboxStep.reasonsAgainst(inbox.subject(whole), InboxDeed.SPLIT, me);
        if (!reasons.isEmpty()) {
            throw new RuleBrokenException(reasons.getFirst());
        }
        if (text.isEmpty()) {
            throw new RuleBrokenException("inbox.error.text", "text");
        }
        var made = inbox.split(whole, subject, text, me).number();
        // Whoever gets the part sees what the whole was sent with.
        enclosures.attach(enclosures.of(id), made, null);
        return made;
    }

    /** The kinds under which it may be put instead, by their keys, in their order. */
    public Map<String, String> otherKinds(long id, String language) {
        var own = seen(id).getKind();
        var others = new LinkedHashMap<String, String>();
        repository.kinds().stream()
                .filter(kind -> kind.isTaken() && !kind.getKey().equals(own))
                .forEach(kind -> others.put(kind.getKey(), kind.name(language)));
        return others;
    }

    /**
     * Puts it under another kind. What its form asked is kept; what the other form would have asked as well stays empty. Its limits are those of
     * the other kind, from the day from which they ran before: as a rule that of receipt.
     */
    @Permit(Permission.MODERATE_INBOX)
    public void reclassify(@Subject long id, @Place String unit, long version, String kind, String reason) {
        var submission = at(id, unit, version);
        var language = submission.getLanguage();
        var to = otherKinds(id, language).get(kind);
        var why = Text.clean(reason).strip();
        var said = to == null
                ? SaidOfDeed.text(why)
                : SaidOfDeed.kind(
                        kind,
                        why.isEmpty()
                                ? ""
                                : Words.of(language)
                                                .text(
                                                        "inbox.reclassify.told",
                                                        inbox.kindName(submission.getKind(), language),
                                                        to)
                                        + "\n\n" + why);
        inbox.perform(submission, InboxDeed.RECLASSIFY, actors.get(), said, null);
    }

    @Permit(Permission.MODERATE_INBOX)
    public void markPrivate(@Subject long id, @Place String unit, long version) {
        perform(id, unit, version, InboxDeed.MARK_PRIVATE, SaidOfDeed.NOTHING);
    }

    /** Takes back that the office keeps the answer private. */
    @Permit(Permission.MODERATE_INBOX)
    public void unmarkPrivate(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.UNMARK_PRIVATE, SaidOfDeed.text(reason));
    }

    @Permit(Permission.MODERATE_INBOX)
    public void markGenuine(@Subject long id, @Place String unit, long version) {
        perform(id, unit, version, InboxDeed.MARK_GENUINE, SaidOfDeed.NOTHING);
    }

    /** @param day as people write it */
    @Permit(Permission.ANSWER_INBOX)
    public void promise(@Subject long id, @Place String unit, long version, String day, String what) {
        var until = day(day).orElseThrow(() -> new RuleBrokenException("inbox.error.day", "day"));
        perform(id, unit, version, InboxDeed.PROMISE, SaidOfDeed.promise(until, what));
    }

    @Permit(Permission.ANSWER_INBOX)
    public void fulfil(@Subject long id, @Place String unit, long version, String what) {
        perform(id, unit, version, InboxDeed.FULFIL, SaidOfDeed.text(what));
    }

    /** Says that the answer holds though something that it rests on has changed. */
    @Permit(Permission.ANSWER_INBOX)
    public void confirm(@Subject long id, @Place String unit, long version, String note) {
        perform(id, unit, version, InboxDeed.CONFIRM, SaidOfDeed.text(note));
    }

    /**
     * Writes a version of the answer, what goes with it and on what it rests. What was kept of it while it was written is needed no longer.
     *
     * @param files the places of those that its writer has before them
     */
    @Permit(Permission.ANSWER_INBOX)
    public void draft(
            @Subject long id,
            @Place String unit,
            long version,
            SaidOfDeed said,
            List<Basis.Source> basis,
            List<String> files) {
        requireFilled(said.answer(), "answer");
        requireFilled(said.publicAnswer(), "publicAnswer");
        var submission = at(id, unit, version);
        inbox.perform(submission, InboxDeed.DRAFT, actors.get(), said, null);
        inbox.rest(submission, basis, inbox.now());
        enclosures.handOn(id, submission.getNewestAnswer(), actors.get().name(), files);
        drafts.remove(actors.get().name(), id);
    }

    private static void requireFilled(String html, String field) {
        if (!TemplateGap.left(Html.text(html)).isEmpty()) {
            throw new RuleBrokenException("inbox.error.gap", field);
        }
    }

    /** Notes something for colleagues; whom the note names as "@tên" finds it among what concerns them. */
    @Permit(Permission.READ_INBOX)
    public void note(@Subject long id, @Place String unit, long version, String text) {
        var submission = at(id, unit, version);
        var known = colleagues.of(submission.getUnit());
        var named = Mention.in(text);
        if (!known.keySet().containsAll(named)) {
            throw new RuleBrokenException("inbox.error.named", "text");
        }
        inbox.perform(submission, InboxDeed.NOTE, actors.get(), SaidOfDeed.text(text), null);
        var me = actors.get().name();
        known.values().stream()
                .filter(each ->
                        named.contains(each.account()) && !each.account().equals(me))
                .forEach(each -> {
                    repository.add(new Mention(id, each.account(), me, inbox.now()));
                    write(each, id, known.getOrDefault(me, new Colleagues.Colleague(me, me, "")));
                });
    }

    /** Only that there is something to read: what a citizen wrote does not travel by mail. */
    private void write(Colleagues.Colleague to, long id, Colleagues.Colleague by) {
        if (to.email().isEmpty() || !inbox.outbox().isOn()) {
            return;
        }
        inbox.outbox()
                .send(
                        new To(to.email(), to.name(), "vi"),
                        InboxLetters.NAMED,
                        Map.of(
                                InboxLetters.PERSON,
                                to.name(),
                                InboxLetters.BY,
                                by.name(),
                                InboxLetters.NUMBER,
                                Long.toString(id)));
    }

    /** Says that one has read where one was named. */
    @Permit(value = Permission.READ_INBOX, audited = false)
    public void see(@Subject long id, @Place String unit) {
        at(id, unit);
        var now = inbox.now();
        repository.unseen(id, actors.get().name()).forEach(mention -> mention.see(now));
    }

    // Templates

    /** What fills the gaps of a template for a submission, but for the name of its procedure. */
    Map<TemplateGap, String> gaps(long id, Words words, String unitName) {
        var submission = seen(id);
        var gaps = new EnumMap<TemplateGap, String>(TemplateGap.class);
        gaps.put(TemplateGap.CODE, taken(submission).code());
        gaps.put(TemplateGap.NUMBER, Long.toString(id));
        gaps.put(
                TemplateGap.KIND,
                inbox.kind(submission.getKind()).name(words.locale().getLanguage()));
        gaps.put(TemplateGap.RECEIVED, Time.date(Time.day(submission.getReceivedAt())));
        gaps.put(TemplateGap.TODAY, Time.date(inbox.today()));
        gaps.put(TemplateGap.UNIT, unitName);
        if (!submission.getDueDay().equals(Submission.NEVER)) {
            gaps.put(TemplateGap.DUE, Time.date(submission.getDueDay()));
        }
        return gaps;
    }

    /** The word of the kind of a submission. */
    String kindOf(long id) {
        return seen(id).getKind();
    }

    // One deed on many, each of them asked for by itself

    /** Begins a deed on many, for each of which it is asked whether one may. @param unit where the first of them lies */
    @Permit(value = Permission.READ_INBOX, audited = false)
    public long begin(@Place String unit, InboxDeed deed) {
        var bulk = new Bulk(deed, actors.get().name(), inbox.now());
        repository.add(bulk);
        return bulk.number();
    }

    /** Does it to one of them. */
    @Permit(Permission.MODERATE_INBOX)
    public void one(long bulk, @Subject long id, @Place String unit, String to, String person) {
        var deed = mine(bulk).getDeed();
        var submission = at(id, unit);
        if (deed == InboxDeed.MARK_PRIVATE && repository.publication(id).isPresent()) {
            // Its page would be gone, and with it what cannot be taken back: that is decided of one, by whoever looks
            // at it.
            throw new RuleBrokenException("inbox.error.onePublic");
        }
        var before = new BulkItem(bulk, submission);
        var said = switch (deed) {
            case ASSIGN -> {
                requireColleague(to, person);
                yield SaidOfDeed.unit(to, person);
            }
            case MARK_PRIVATE, MARK_GENUINE -> SaidOfDeed.NOTHING;
            default -> throw new IllegalArgumentException(deed + " is not done to many");
        };
        inbox.performOnMany(submission, deed, actors.get(), said);
        repository.flush();
        before.left(submission.getVersion());
        repository.add(before);
    }

    /** What a deed on many was done to, with where each lies now; only for who did it. */
    public List<Lying> lying(long bulk) {
        mine(bulk);
        return repository.items(bulk).stream()
                .flatMap(item -> visible(item.getSubmission()).stream())
                .map(each -> new Lying(each.number(), each.getUnit()))
                .toList();
    }

    /** A submission, and where it lies. */
    public record Lying(long id, String unit) implements Serializable {}

    /** Takes the deed back from one of them, if nobody has gone on with it. */
    @Permit(Permission.MODERATE_INBOX)
    public void takeBack(long bulk, @Subject long id, @Place String unit) {
        if (mine(bulk).getAt().plus(UNDO).isBefore(inbox.now())) {
            throw new RuleBrokenException("desk.undo.late");
        }
        var submission = at(id, unit);
        var before = repository.items(bulk).stream()
                .filter(item -> item.getSubmission() == id && item.getLeftVersion() == submission.getVersion())
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException("desk.undo.late"));
        submission.takeBack(before);
        inbox.perform(submission, InboxDeed.TAKE_BACK, actors.get(), SaidOfDeed.NOTHING, null);
    }

    private Bulk mine(long bulk) {
        return repository
                .bulk(bulk)
                .filter(found -> found.getBy().equals(actors.get().name()))
                .orElseThrow(() -> new RuleBrokenException("desk.undo.late"));
    }

    // Who sees what

    private void perform(long id, String unit, long version, InboxDeed deed, SaidOfDeed said) {
        inbox.perform(at(id, unit, version), deed, actors.get(), said, null);
    }

    private Submission at(long id, String unit, long version) {
        var submission = at(id, unit);
        if (submission.getVersion() != version) {
            throw new ChangedMeanwhileException(InboxDeskService.KIND, Long.toString(id));
        }
        return submission;
    }

    private Submission at(long id, String unit) {
        var submission = seen(id);
        if (!submission.getUnit().equals(unit)) {
            throw new ChangedMeanwhileException(InboxDeskService.KIND, Long.toString(id));
        }
        return submission;
    }

    private Submission seen(long id) {
        return visible(id).orElseThrow(() -> new NotFoundException(InboxDeskService.KIND, Long.toString(id)));
    }

    private Optional<Submission> visible(long id) {
        return repository.find(id).filter(this::isVisible);
    }

    private boolean isVisible(Submission submission) {
        var places = actors.get().places(Permission.READ_INBOX);
        return places == null || places.contains(submission.getUnit());
    }
}
