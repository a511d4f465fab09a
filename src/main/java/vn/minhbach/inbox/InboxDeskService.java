package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.Subject;
import vn.minhbach.desk.ListState;
import vn.minhbach.legal.Explanation;
import vn.minhbach.legal.LegalService;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * The inbox as the staff has it before it: the queue, one submission, and every deed of the table. Who has a right for one unit only sees
 * what that unit has; for anything else there is nothing at the number. Every deed stands in the audit by number; what a citizen wrote
 * never does. Who sent something is shown on demand only, and each look is written down.
 */
@ApplicationScoped
@Transactional
public class InboxDeskService {

    /** How the portal calls submissions. */
    static final String KIND = "submission";

    @Inject
    InboxRepository repository;

    @Inject
    Inbox inbox;

    @Inject
    LegalService legal;

    @Inject
    BlindIndex index;

    @Inject
    CurrentActor actors;

    @Inject
    InboxWordIndex words;

    protected InboxDeskService() {}

    /** Without a server, for tests. */
    InboxDeskService(
            InboxRepository repository,
            Inbox inbox,
            LegalService legal,
            BlindIndex index,
            CurrentActor actors,
            InboxWordIndex words) {
        this.repository = repository;
        this.inbox = inbox;
        this.legal = legal;
        this.index = index;
        this.actors = actors;
        this.words = words;
    }

    // The queue

    /** So many are named to the database one by one. */
    private static final int FEW = 500;

    List<Long> numbers(InboxQuery.View view, String kind, String unit, ListState state) {
        var query = query(view, kind, unit, state.filter(), state.sort(), state.descending());
        var sought = query.sought();
        if (sought == null || sought.by() != InboxQuery.By.WORDS) {
            return repository.numbers(query);
        }
        var found = words.find(sought.words());
        return found.size() <= FEW
                ? repository.numbers(query, found)
                : repository.numbers(query).stream().filter(found::contains).toList();
    }

    /** The numbers of some of them, as the list without a filter is ordered. */
    List<Long> part(InboxQuery.View view, String kind, String unit, ListState state, int first, int size) {
        var query = query(view, kind, unit, "", state.sort(), state.descending());
        return Paged.part(repository.numbers(query, first + size), first, size);
    }

    public long count(InboxQuery.View view) {
        return count(view, "", "");
    }

    /** How many stand in each of some views. What is open is gone through once for most of them. */
    public Map<InboxQuery.View, Long> counts(Set<InboxQuery.View> views) {
        var open = repository.heaps(query(InboxQuery.View.OPEN, "", "", "", "", false));
        var counts = new EnumMap<InboxQuery.View, Long>(InboxQuery.View.class);
        for (var view : views) {
            var query = query(view, "", "", "", "", false);
            counts.put(
                    view,
                    query.isOfHeaps()
                            ? open.stream()
                                    .filter(query::takes)
                                    .mapToLong(InboxQuery.Heap::count)
                                    .sum()
                            : repository.count(query));
        }
        return counts;
    }

    /** How many of a view are of one kind and with one unit; of any, if the word is empty. */
    public long count(InboxQuery.View view, String kind, String unit) {
        return repository.count(query(view, kind, unit, "", "", false));
    }

    /** How many of a view each unit has, by its slug; empty for what no unit has yet. Of units that they do not see nothing is there. */
    Map<String, Long> countOfUnits(InboxQuery.View view) {
        return repository.countOfUnits(query(view, "", "", "", "", false));
    }

    private InboxQuery query(
            InboxQuery.View view, String kind, String unit, String filter, String sort, boolean descending) {
        var me = actors.get();
        var sought = sought(filter);
        var read = me.places(Permission.READ_INBOX);
        return new InboxQuery(
                view,
                me.name(),
                sought != null && sought.isOfSender() ? both(read, me.places(Permission.SEE_SENDERS)) : read,
                kind,
                unit,
                sought,
                sort,
                descending,
                inbox.today());
    }

    private static @Nullable Set<String> both(@Nullable Set<String> one, @Nullable Set<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private InboxQuery.@Nullable Sought sought(String filter) {
        var typed = Text.line(typed(filter));
        if (typed.isEmpty()) {
            return filter.isBlank() ? null : new InboxQuery.Sought(InboxQuery.By.NOTHING, List.of());
        }
        var sought = sought(typed, filter.startsWith(SEALED));
        return sought == null ? words(typed) : sought;
    }

    /**
     * Numbers, codes and addresses; null for words.
     *
     * @param isSealed whether the filter came sealed; else a number or address is looked for by nobody, since that would stand nowhere
     */
    private InboxQuery.@Nullable Sought sought(String typed, boolean isSealed) {
        var code = TrackingCode.read(typed);
        if (code.isPresent()) {
            return new InboxQuery.Sought(
                    InboxQuery.By.CODE, index.candidates(code.get().value()));
        }
        if (typed.matches("#?[1-9]\\d{0,7}")) {
            return new InboxQuery.Sought(InboxQuery.By.NUMBER, List.of(typed.replace("#", "")));
        }
        var email = Contact.email(typed);
        var phone = email.isEmpty() ? Contact.phone(typed) : "";
        if (email.isEmpty() && phone.isEmpty()) {
            return null;
        }
        if (!isSealed) {
            return new InboxQuery.Sought(InboxQuery.By.NOTHING, List.of());
        }
        return email.isEmpty()
                ? new InboxQuery.Sought(InboxQuery.By.PHONE, index.candidates(phone))
                : new InboxQuery.Sought(InboxQuery.By.EMAIL, index.candidates(email));
    }

    private static InboxQuery.Sought words(String typed) {
        var split = SubmissionWords.split(typed);
        return split.isEmpty()
                ? new InboxQuery.Sought(InboxQuery.By.NOTHING, List.of())
                : new InboxQuery.Sought(InboxQuery.By.WORDS, split);
    }

    // What is looked for by numbers and addresses stands in the address of the screen sealed: for who typed it, for
    // that day

    /** What a sealed filter begins with; nothing that is looked for by its words does. */
    private static final String SEALED = "~";

    /** What somebody is to be found by: whose code, number or address it is. */
    enum Trace {
        NONE,
        /** Opens one submission; who calls and reads out their code is looked for by it. */
        CODE,
        /** Tells all that somebody has sent. */
        SENDER
    }

    /** What a filter as it was typed would find. */
    Trace trace(String filter) {
        if (filter.startsWith(SEALED)) {
            return Trace.NONE;
        }
        var typed = Text.line(filter);
        var sought = sought(typed, true);
        if (sought == null) {
            return Trace.NONE;
        }
        return sought.isOfSender() ? Trace.SENDER : sought.by() == InboxQuery.By.CODE ? Trace.CODE : Trace.NONE;
    }

    /** Where they may see who sent something, for {@link #seekSender}: everywhere, or at one of the places; everywhere if nowhere. */
    String placeOfSenders() {
        var places = actors.get().places(Permission.SEE_SENDERS);
        return places == null ? "" : places.stream().sorted().findFirst().orElse("");
    }

    /**
     * Looks for what somebody sent by their number or address: whoever does this learns who sent something, so each time stands in the audit. By which number
     * does not.
     *
     * @param unit a place where they may see who sent something; found is what lies in these alone
     * @return what stands in the address in its stead
     */
    @Permit(Permission.SEE_SENDERS)
    public String seekSender(String filter, @Place String unit) {
        return sealed(filter);
    }

    /** The same for a code. */
    String seekCode(String filter) {
        return sealed(filter);
    }

    private String sealed(String filter) {
        return SEALED + inbox.seal(today(), actors.get().name(), Text.line(filter));
    }

    /** A filter as it was typed; empty if it was sealed for somebody else or on another day. */
    String typed(String filter) {
        if (!filter.startsWith(SEALED)) {
            return filter;
        }
        return inbox.opened(today(), actors.get().name(), filter.substring(SEALED.length()));
    }

    private String today() {
        return inbox.today().toString();
    }

    /**
     * A line of the queue.
     *
     * @param due null if nothing is due
     * @param days until then; below zero if it is late
     */
    public record Row(
            long id,
            String kind,
            String subject,
            InboxState state,
            String unit,
            String handler,
            Instant receivedAt,
            @Nullable LocalDate due,
            TimeRule.@Nullable Step step,
            long days,
            boolean suspect)
            implements Serializable {}

    /** The lines with these numbers, in any order. */
    public List<Row> rows(List<Long> numbers, String language) {
        var kinds = repository.kinds();
        var today = inbox.today();
        return repository.withNumbers(numbers).stream()
                .map(each -> {
                    var due = each.getDueDay().equals(Submission.NEVER) ? null : each.getDueDay();
                    return new Row(
                            each.number(),
                            kinds.stream()
                                    .filter(kind -> kind.getKey().equals(each.getKind()))
                                    .findFirst()
                                    .map(kind -> kind.name(language))
                                    .orElse(each.getKind()),
                            inbox.subjectOf(each),
                            each.getState(),
                            each.getUnit(),
                            each.getHandler(),
                            each.getReceivedAt(),
                            due,
                            each.getDueStep(),
                            due == null ? 0 : ChronoUnit.DAYS.between(today, due),
                            each.isSuspect());
                })
                .toList();
    }

    /** Another one of a list, to be gone to. */
    public record Neighbour(long id, String subject) implements Serializable {}

    /**
     * Where one of a list stands in it.
     *
     * @param before null if it is the first, or no list is gone through
     * @param after null if it is the last, likewise
     * @param place from 1; 0 if it does not stand in the list, or a deed has moved it
     * @param total how many there are
     */
    public record Around(
            @Nullable Neighbour before, @Nullable Neighbour after, int place, int total) implements Serializable {}

    /**
     * What comes before and after one of a list, as the list is now.
     *
     * @param gap where one stood before something was done
     */
    Around around(long id, InboxQuery.View view, String kind, String unit, ListState state, QueueGap gap) {
        var numbers = numbers(view, kind, unit, state);
        var now = numbers.indexOf(id);
        var others = numbers.stream().filter(each -> each != id).toList();
        var next = gap.next(others, now);
        var around =
                next < 0 ? List.<Long>of() : others.subList(Math.max(0, next - 1), Math.min(others.size(), next + 1));
        var found = repository.withNumbers(around).stream()
                .collect(Collectors.toMap(
                        Submission::number, each -> new Neighbour(each.number(), inbox.subjectOf(each))));
        return new Around(
                next > 0 ? found.get(others.get(next - 1)) : null,
                next >= 0 && next < others.size() ? found.get(others.get(next)) : null,
                gap.isNone() ? now + 1 : 0,
                numbers.size());
    }

    // One of them

    /** A step as the staff reads it. */
    public record Step(Instant at, String actor, InboxDeed deed, InboxState to, String text, String target)
            implements Serializable {}

    /** A version of the answer. */
    public record Answer(
            int number, String author, Instant at, String full, String title, String question, String publicText)
            implements Serializable {}

    /**
     * A submission as it lies on somebody's desk, without who sent it.
     *
     * @param proposal its text as it could become public: what is personal data beyond doubt is masked
     * @param telling what the public text of the newest answer would still tell
     * @param writtenAt when the sender wrote last, if that was after the newest answer was written; null otherwise
     * @param tellingReader what the newest answer would tell its reader of others
     * @param doubts what of that text may tell of somebody, for a person to decide
     * @param lookedAt whether somebody has decided that of this version
     */
    public record Sheet(
            long id,
            long version,
            String kind,
            InboxState state,
            String subject,
            String text,
            List<Line> details,
            String page,
            String procedure,
            String unit,
            String handler,
            Instant receivedAt,
            boolean keepPrivate,
            boolean privateByOffice,
            boolean suspect,
            Submission.@Nullable Rating rating,
            String due,
            List<String> why,
            List<Step> steps,
            List<Answer> answers,
            List<InboxDeed> may,
            List<String> hindrances,
            String proposal,
            List<String> telling,
            @Nullable Instant writtenAt,
            List<String> tellingReader,
            List<Doubt> doubts,
            boolean lookedAt,
            String publicPath,
            String language)
            implements Serializable {

        public Sheet {
            details = List.copyOf(details);
            why = List.copyOf(why);
            steps = List.copyOf(steps);
            answers = List.copyOf(answers);
            may = List.copyOf(may);
            hindrances = List.copyOf(hindrances);
            telling = List.copyOf(telling);
            tellingReader = List.copyOf(tellingReader);
            doubts = List.copyOf(doubts);
        }
    }

    /** Whom or what a step concerns; a day as people write it, a kind by its name. */
    private String target(InboxEvent event, Words words) {
        var target = event.getTarget();
        return switch (event.getDeed()) {
            case RECLASSIFY -> inbox.kindName(target, words.locale().getLanguage());
            case PROMISE -> target.matches("\\d{4}-\\d{2}-\\d{2}") ? Time.date(LocalDate.parse(target)) : target;
            // The version of the answer, which stands beside it in the list of versions.
            case LOOK -> "";
            default -> target;
        };
    }

    /** Something else that the form asked. */
    public record Line(AskedField field, String value) implements Serializable {}

    public Sheet open(long id, Words words) {
        var submission = seen(id);
        var me = actors.get();
        var subject = inbox.subject(submission);
        var events = repository.events(id);
        var explanation = new Explanation(words);
        var due = inbox.clock(submission, legal.law(), events).next();
        var answers = repository.answers(id);
        var permitted = Arrays.stream(InboxDeed.values())
                .filter(deed -> {
                    var permission = deed.permission();
                    return permission != null
                            && !deed.isPortals()
                            && me.may(permission, submission.getUnit())
                            && (!submission.isAnonymous() || Inbox.OF_NOBODY.contains(deed));
                })
                .toList();
        return new Sheet(
                id,
                submission.getVersion(),
                subject.kind().name(words.locale().getLanguage()),
                submission.getState(),
                inbox.subjectOf(submission),
                inbox.textOf(submission),
                inbox.detailsOf(submission).stream()
                        .map(detail -> new Line(detail.field(), detail.value()))
                        .toList(),
                submission.getPage(),
                submission.getProcedure(),
                submission.getUnit(),
                submission.getHandler(),
                submission.getReceivedAt(),
                submission.isKeepPrivate(),
                submission.isPrivateByOffice(),
                submission.isSuspect(),
                submission.getRating(),
                due.map(each -> explanation.headline(each.step(), each.reckoning()))
                        .orElse(""),
                due.map(each -> DateNotes.why(each, events, inbox, words)).orElse(List.of()),
                events.stream()
                        .map(event -> new Step(
                                event.getAt(),
                                event.getActor(),
                                event.getDeed(),
                                event.getTo(),
                                inbox.text(event),
                                target(event, words)))
                        .toList(),
                answers.stream().map(this::shown).toList(),
                permitted.stream()
                        .filter(deed ->
                                InboxStep.reasonsAgainst(subject, deed, me).isEmpty())
                        .toList(),
                permitted.stream()
                        .filter(deed -> !InboxStep.UNASKED.contains(deed))
                        .filter(deed ->
                                InboxStep.of(submission.getState(), deed).isPresent())
                        .flatMap(deed -> InboxStep.reasonsAgainst(subject, deed, me).stream())
                        .distinct()
                        .toList(),
                inbox.publicWords(submission).proposed(inbox.textOf(submission)),
                inbox.telling(submission),
                writtenAfter(answers, events),
                inbox.tellingReader(submission),
                inbox.doubts(submission),
                inbox.isLookedAt(submission),
                repository.publication(id).map(Publication::getPath).orElse(""),
                submission.getLanguage());
    }

    /** When the sender wrote last, after the newest answer was written; null if they did not, or nothing was answered yet. */
    private static @Nullable Instant writtenAfter(List<InboxAnswer> answers, List<InboxEvent> events) {
        return answers.isEmpty()
                ? null
                : events.stream()
                        .filter(event -> Submission.WRITING.contains(event.getDeed()))
                        .map(InboxEvent::getAt)
                        .filter(at -> at.isAfter(answers.getFirst().getWrittenAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** What in a public text that somebody is typing may tell of somebody. */
    List<Doubt> doubts(long id, PublicText text) {
        return text.doubts(inbox.wordsOfMatter(seen(id)));
    }

    /** The same text with one of these places masked; empty if it does not stand there any more. */
    Optional<PublicText> masked(long id, PublicText text, Doubt doubt) {
        return text.without(doubt, inbox.wordsOfMatter(seen(id)));
    }

    /** A due day and how it stands, and why it is that day. */
    public record Dated(String headline, List<String> why) implements Serializable {

        public Dated {
            why = List.copyOf(why);
        }
    }

    /** Every day that the law sets for a submission, with its reasons. */
    public List<Dated> dates(long id, Words words) {
        var submission = seen(id);
        var events = repository.events(id);
        var today = inbox.today();
        return inbox.clock(submission, legal.law(), events).all().stream()
                .map(due -> new Dated(DateNotes.said(due, today, words), DateNotes.why(due, events, inbox, words)))
                .toList();
    }

    /** Where a submission lies now; empty if they do not see it. */
    public Optional<String> unitOf(long id) {
        return visible(id).map(Submission::getUnit);
    }

    Submission seen(long id) {
        return visible(id).orElseThrow(() -> new NotFoundException(KIND, Long.toString(id)));
    }

    private Optional<Submission> visible(long id) {
        var places = actors.get().places(Permission.READ_INBOX);
        return repository.find(id).filter(found -> places == null || places.contains(found.getUnit()));
    }

    /** The units whose submissions they see, by their slugs; null for all. */
    public @Nullable Set<String> places() {
        return actors.get().places(Permission.READ_INBOX);
    }

    private Answer shown(InboxAnswer answer) {
        var told = inbox.publicText(answer);
        return new Answer(
                answer.getNumber(),
                answer.getAuthor(),
                answer.getWrittenAt(),
                inbox.full(answer),
                told.title(),
                told.question(),
                told.answer());
    }

    public boolean maySeeSender(String unit) {
        return actors.get().may(Permission.SEE_SENDERS, unit);
    }

    /** Who sent something, and how they are reached. */
    public record Sender(String name, String address, String phone, String email) implements Serializable {}

    /** Shows who sent it. Each look stands in the audit. */
    @Permit(Permission.SEE_SENDERS)
    public Sender sender(@Subject long id, @Place String unit) {
        var submission = at(id, unit);
        return new Sender(
                inbox.open(submission.getNameSealed()),
                inbox.open(submission.getAddressSealed()),
                inbox.open(submission.getPhoneSealed()),
                inbox.open(submission.getEmailSealed()));
    }

    // Deeds; each takes the unit where the submission lies, and the version that one has seen

    @Permit(Permission.MODERATE_INBOX)
    public void assign(@Subject long id, @Place String unit, long version, String to) {
        perform(id, unit, version, InboxDeed.ASSIGN, SaidOfDeed.unit(to));
    }

    @Permit(Permission.MODERATE_INBOX)
    public void refuse(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.REFUSE, SaidOfDeed.text(reason));
    }

    @Permit(Permission.MODERATE_INBOX)
    public void transfer(@Subject long id, @Place String unit, long version, String body, String reason) {
        perform(id, unit, version, InboxDeed.TRANSFER, SaidOfDeed.body(body, reason));
    }

    @Permit(Permission.MODERATE_INBOX)
    public void reopen(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.REOPEN, SaidOfDeed.text(reason));
    }

    @Permit(Permission.ANSWER_INBOX)
    public void askMore(@Subject long id, @Place String unit, long version, String what) {
        perform(id, unit, version, InboxDeed.ASK_MORE, SaidOfDeed.text(what));
    }

    @Permit(Permission.ANSWER_INBOX)
    public void begin(@Subject long id, @Place String unit, long version) {
        perform(id, unit, version, InboxDeed.BEGIN, SaidOfDeed.NOTHING);
    }

    @Permit(Permission.ANSWER_INBOX)
    public void extend(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.EXTEND, SaidOfDeed.text(reason));
    }

    @Permit(Permission.ANSWER_INBOX)
    public void answer(@Subject long id, @Place String unit, long version) {
        perform(id, unit, version, InboxDeed.ANSWER, SaidOfDeed.NOTHING);
    }

    @Permit(Permission.READ_INBOX)
    public void note(@Subject long id, @Place String unit, long version, String text) {
        perform(id, unit, version, InboxDeed.NOTE, SaidOfDeed.text(text));
    }

    @Permit(Permission.APPROVE_ANSWERS)
    public void sendBack(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.SEND_BACK, SaidOfDeed.text(reason));
    }

    /** @param looked whether they have looked at what in the public text may tell of somebody, and let it stand */
    @Permit(Permission.APPROVE_ANSWERS)
    public void approve(@Subject long id, @Place String unit, long version, boolean looked) {
        perform(id, unit, version, InboxDeed.APPROVE, looked ? SaidOfDeed.LOOKED : SaidOfDeed.NOTHING);
    }

    /** Masks such a place, in a version of its own. */
    @Permit(Permission.APPROVE_ANSWERS)
    public void mask(@Subject long id, @Place String unit, long version, Doubt doubt) {
        inbox.mask(at(id, unit, version), doubt, actors.get());
    }

    /** @param looked as for {@link #approve} */
    @Permit(Permission.APPROVE_ANSWERS)
    public void publish(@Subject long id, @Place String unit, long version, boolean looked) {
        perform(id, unit, version, InboxDeed.PUBLISH, looked ? SaidOfDeed.LOOKED : SaidOfDeed.NOTHING);
    }

    @Permit(Permission.APPROVE_ANSWERS)
    public void keepPrivate(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.KEEP_PRIVATE, SaidOfDeed.text(reason));
    }

    /** Takes down what everybody can read while the submission is handled once more. */
    @Permit(Permission.APPROVE_ANSWERS)
    public void unpublish(@Subject long id, @Place String unit, long version, String reason) {
        perform(id, unit, version, InboxDeed.UNPUBLISH, SaidOfDeed.text(reason));
    }

    private void perform(long id, String unit, long version, InboxDeed deed, SaidOfDeed said) {
        inbox.perform(at(id, unit, version), deed, actors.get(), said, null);
    }

    private Submission at(long id, String unit, long version) {
        var submission = at(id, unit);
        if (submission.getVersion() != version) {
            throw new ChangedMeanwhileException(KIND, Long.toString(id));
        }
        return submission;
    }

    /** The place that was named, and for which the right was asked, is the one where it lies. */
    Submission at(long id, String unit) {
        var submission = seen(id);
        if (!submission.getUnit().equals(unit)) {
            throw new ChangedMeanwhileException(KIND, Long.toString(id));
        }
        return submission;
    }
}
