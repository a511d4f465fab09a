package vn.minhbach.inbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.FourEyesException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * The table of the inbox: which deed is possible where, where it leads, what must hold, what must be said, and who is told. It is the only
 * place that knows; the page {@code responders.md} shows it.
 */
public enum InboxStep {
    SUBMIT(Set.of(), InboxDeed.SUBMIT, InboxState.RECEIVED, Told.SENDER),
    ADD(
            EnumSet.of(
                    InboxState.RECEIVED,
                    InboxState.SUPPLEMENTED,
                    InboxState.ASSIGNED,
                    InboxState.IN_WORK,
                    InboxState.DRAFTED,
                    InboxState.APPROVED,
                    InboxState.MERGED),
            InboxDeed.ADD,
            null,
            Told.STAFF,
            Need.TEXT),
    SUPPLEMENT(EnumSet.of(InboxState.ASKED), InboxDeed.SUPPLEMENT, InboxState.SUPPLEMENTED, Told.STAFF, Need.TEXT),
    WITHDRAW(open(), InboxDeed.WITHDRAW, InboxState.WITHDRAWN, Told.STAFF),
    RATE(answered(), InboxDeed.RATE, null, Told.STAFF),
    OBJECT(answered(), InboxDeed.OBJECT, InboxState.IN_WORK, Told.STAFF, Need.TEXT, Condition.NOT_OBJECTED),
    REMIND(answered(), InboxDeed.REMIND, InboxState.IN_WORK, Told.STAFF, Condition.NOT_REMINDED),

    ASSIGN(
            EnumSet.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED, InboxState.ASSIGNED, InboxState.IN_WORK),
            InboxDeed.ASSIGN,
            InboxState.ASSIGNED,
            Told.STAFF,
            Need.UNIT),
    ASK_MORE(
            EnumSet.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED, InboxState.ASSIGNED, InboxState.IN_WORK),
            InboxDeed.ASK_MORE,
            InboxState.ASKED,
            Told.SENDER,
            Need.TEXT),
    REFUSE(
            EnumSet.of(InboxState.RECEIVED, InboxState.ASKED, InboxState.SUPPLEMENTED),
            InboxDeed.REFUSE,
            InboxState.REFUSED,
            Told.SENDER,
            Need.TEXT),
    TRANSFER(
            EnumSet.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED, InboxState.ASSIGNED, InboxState.IN_WORK),
            InboxDeed.TRANSFER,
            InboxState.TRANSFERRED,
            Told.SENDER,
            Need.BODY,
            Need.TEXT),
    BEGIN(EnumSet.of(InboxState.ASSIGNED), InboxDeed.BEGIN, InboxState.IN_WORK, Told.NOBODY),
    DRAFT(
            EnumSet.of(InboxState.ASSIGNED, InboxState.IN_WORK, InboxState.DRAFTED),
            InboxDeed.DRAFT,
            InboxState.DRAFTED,
            Told.STAFF,
            Need.ANSWER),
    EXTEND(
            EnumSet.of(InboxState.ASSIGNED, InboxState.IN_WORK, InboxState.DRAFTED, InboxState.APPROVED),
            InboxDeed.EXTEND,
            null,
            Told.SENDER,
            Need.TEXT,
            Condition.NOT_EXTENDED,
            Condition.NOT_LATE),
    SEND_BACK(
            EnumSet.of(InboxState.DRAFTED, InboxState.APPROVED),
            InboxDeed.SEND_BACK,
            InboxState.IN_WORK,
            Told.STAFF,
            Need.TEXT),
    APPROVE(
            EnumSet.of(InboxState.DRAFTED),
            InboxDeed.APPROVE,
            InboxState.APPROVED,
            Told.STAFF,
            Condition.SECOND_PERSON,
            Need.LOOKED),
    MASK(
            EnumSet.of(InboxState.DRAFTED, InboxState.APPROVED, InboxState.ANSWERED, InboxState.KEPT_PRIVATE),
            InboxDeed.MASK,
            null,
            Told.NOBODY,
            Condition.PUBLIC_TEXT),
    ANSWER(EnumSet.of(InboxState.APPROVED), InboxDeed.ANSWER, InboxState.ANSWERED, Told.SENDER),
    PUBLISH(
            EnumSet.of(InboxState.ANSWERED, InboxState.KEPT_PRIVATE),
            InboxDeed.PUBLISH,
            InboxState.PUBLISHED,
            Told.SENDER,
            Condition.KIND_IS_PUBLIC,
            Condition.SENDER_LETS,
            Condition.OFFICE_LETS,
            Condition.PUBLIC_TEXT,
            Need.LOOKED),
    KEEP_PRIVATE(
            EnumSet.of(InboxState.ANSWERED, InboxState.PUBLISHED),
            InboxDeed.KEEP_PRIVATE,
            InboxState.KEPT_PRIVATE,
            Told.NOBODY,
            Need.TEXT),
    /** Where the state says that everybody can read it, {@link #KEEP_PRIVATE} takes it down. */
    UNPUBLISH(
            EnumSet.complementOf(EnumSet.of(InboxState.PUBLISHED)),
            InboxDeed.UNPUBLISH,
            null,
            Told.NOBODY,
            Condition.IS_PUBLIC,
            Need.TEXT),
    REOPEN(EnumSet.complementOf(EnumSet.copyOf(open())), InboxDeed.REOPEN, InboxState.RECEIVED, Told.SENDER, Need.TEXT),
    MERGE(before(), InboxDeed.MERGE, InboxState.MERGED, Told.SENDER, Condition.NOTHING_JOINED, Need.ITEM),
    UNMERGE(EnumSet.of(InboxState.MERGED), InboxDeed.UNMERGE, InboxState.RECEIVED, Told.SENDER, Need.TEXT),
    FOLLOW(EnumSet.of(InboxState.MERGED), InboxDeed.FOLLOW, InboxState.KEPT_PRIVATE, Told.SENDER),
    SPLIT(before(), InboxDeed.SPLIT, null, Told.SENDER, Need.TEXT),
    RECLASSIFY(
            EnumSet.of(
                    InboxState.RECEIVED,
                    InboxState.ASKED,
                    InboxState.SUPPLEMENTED,
                    InboxState.ASSIGNED,
                    InboxState.IN_WORK,
                    InboxState.DRAFTED),
            InboxDeed.RECLASSIFY,
            null,
            Told.SENDER,
            Condition.NOTHING_ANSWERED,
            Condition.NOTHING_JOINED,
            Need.KIND,
            Need.TEXT),
    /** The sender is told at once, so what an answer promises is told after that was approved and sent. */
    PROMISE(answered(), InboxDeed.PROMISE, null, Told.SENDER, Need.DAY, Need.TEXT),
    FULFIL(answered(), InboxDeed.FULFIL, null, Told.SENDER, Condition.PROMISED, Need.TEXT),
    CONFIRM(answered(), InboxDeed.CONFIRM, null, Told.NOBODY, Condition.BASIS_CHANGED),
    MARK_PRIVATE(
            EnumSet.complementOf(EnumSet.of(InboxState.PUBLISHED)),
            InboxDeed.MARK_PRIVATE,
            null,
            Told.NOBODY,
            Condition.NOT_PRIVATE),
    UNMARK_PRIVATE(
            EnumSet.allOf(InboxState.class),
            InboxDeed.UNMARK_PRIVATE,
            null,
            Told.NOBODY,
            Condition.KEPT_BY_OFFICE,
            Need.TEXT),
    MARK_GENUINE(EnumSet.allOf(InboxState.class), InboxDeed.MARK_GENUINE, null, Told.NOBODY, Condition.SUSPECT),
    TAKE_BACK(EnumSet.allOf(InboxState.class), InboxDeed.TAKE_BACK, null, Told.NOBODY),
    NOTE(EnumSet.allOf(InboxState.class), InboxDeed.NOTE, null, Told.NOBODY, Need.TEXT);

    /** Who hears of it. */
    public enum Told {
        NOBODY,
        /** Who sent it: on the page of the code, and by mail if there is an address. */
        SENDER,
        /**
         * Who has it before them: where it stands, in their queue. What a sender wrote is marked there until somebody acts on it, and stands in
         * the letter of the next morning, as does what was given to somebody.
         */
        STAFF
    }

    /** What a row asks for. */
    sealed interface Demand permits Condition, Need {}

    /** What must hold, and the key of the sentence that says why it does not. */
    public enum Condition implements Demand {
        NOT_OBJECTED("inbox.error.objected", (item, actor) -> !item.submission().isObjected()),
        NOT_EXTENDED("inbox.error.extended", (item, actor) -> item.submission().getExtension() == 0),
        /** What is over is not put off any more. */
        NOT_LATE("inbox.error.extendLate", (item, actor) -> !item.answerLate()),
        /** Where the kind asks for it: who wrote the answer does not approve it. */
        SECOND_PERSON(
                "inbox.error.own",
                (item, actor) -> !item.kind().isSecondPerson()
                        || !actor.name().equals(item.submission().getDraftedBy())),
        KIND_IS_PUBLIC(
                "inbox.error.kindPrivate", (item, actor) -> item.submission().isPublishable(item.kind())),
        SENDER_LETS(
                "inbox.error.senderPrivate",
                (item, actor) ->
                        !item.submission().isKeepPrivate() || item.submission().isPrivateByOffice()),
        OFFICE_LETS(
                "inbox.error.officePrivate", (item, actor) -> !item.submission().isPrivateByOffice()),
        IS_PUBLIC("inbox.error.notPublic", (item, actor) -> item.isPublic()),
        PUBLIC_TEXT("inbox.error.publicText", (item, actor) -> item.hasPublicText()),
        NOT_REMINDED(
                "inbox.error.reminded", (item, actor) -> item.submission().getRating() != Submission.Rating.PROMISED),
        /** What others were joined to is joined to nothing itself. */
        NOTHING_JOINED("inbox.error.hasJoined", (item, actor) -> !item.hasJoined()),
        /** What was answered was answered under its kind. */
        NOTHING_ANSWERED(
                "inbox.error.isAnswered", (item, actor) -> item.submission().getSentAnswer() == 0),
        PROMISED("inbox.error.noPromise", (item, actor) -> item.submission().getPromiseDay() != null),
        BASIS_CHANGED("inbox.error.basisHolds", (item, actor) -> item.basisChanged()),
        NOT_PRIVATE("inbox.error.isPrivate", (item, actor) -> !item.submission().isKeepPrivate()),
        KEPT_BY_OFFICE(
                "inbox.error.notKeptByOffice",
                (item, actor) -> item.submission().isPrivateByOffice()),
        SUSPECT("inbox.error.notSuspect", (item, actor) -> item.submission().isSuspect());

        private final String reason;
        private final Test holds;

        Condition(String reason, Test holds) {
            this.reason = reason;
            this.holds = holds;
        }

        private interface Test {
            boolean of(Subject item, Actor actor);
        }
    }

    /**
     * What is looked at to tell whether a deed is possible.
     *
     * @param hasPublicText whether the newest answer has a text for everybody
     * @param answerLate whether the day is over by which the sender was to have the answer
     * @param isPublic whether everybody can read an answer to it now
     */
    public record Subject(
            Submission submission,
            SubmissionKind kind,
            boolean hasPublicText,
            boolean hasJoined,
            boolean basisChanged,
            boolean answerLate,
            boolean isPublic) {

        /** Of one that nothing was joined to, whose answer rests on nothing that changed and is not late, and that nobody else can read. */
        public Subject(Submission submission, SubmissionKind kind, boolean hasPublicText) {
            this(submission, kind, hasPublicText, false, false, false, false);
        }
    }

    /** What must be said with a deed. */
    public enum Need implements Demand {
        TEXT("inbox.error.text", "text", said -> !said.text().isEmpty()),
        UNIT("inbox.error.unit", "unit", said -> !said.unit().isEmpty()),
        BODY("inbox.error.body", "body", said -> !said.body().isEmpty()),
        ANSWER("inbox.error.answer", "answer", said -> !said.answer().isEmpty()),
        DAY("inbox.error.day", "day", said -> said.day().isPresent()),
        ITEM("inbox.error.item", "item", said -> said.item().isPresent()),
        KIND("inbox.error.newKind", "kind", said -> !said.body().isEmpty()),
        /** Only where the public text holds something that may tell of somebody, and nobody has said so of this version yet. */
        LOOKED("inbox.error.doubts", "looked", SaidOfDeed::looked);

        private final String reason;
        private final String field;
        private final Predicate<SaidOfDeed> met;

        Need(String reason, String field, Predicate<SaidOfDeed> met) {
            this.reason = reason;
            this.field = field;
            this.met = met;
        }

        boolean isMet(SaidOfDeed said) {
            return met.test(said);
        }

        String reason() {
            return reason;
        }

        /** What the form calls it. */
        String field() {
            return field;
        }
    }

    /** The key of the sentence for a deed that has no row where the submission stands. */
    static final String NO_SUCH_STEP = "inbox.error.step";

    /** Deeds that are seldom thought of: why they cannot be done is said only to who tries. */
    static final Set<InboxDeed> UNASKED = Set.of(
            InboxDeed.MERGE,
            InboxDeed.RECLASSIFY,
            InboxDeed.FULFIL,
            InboxDeed.CONFIRM,
            InboxDeed.MARK_PRIVATE,
            InboxDeed.UNMARK_PRIVATE,
            InboxDeed.MASK,
            InboxDeed.UNPUBLISH,
            InboxDeed.MARK_GENUINE);

    private final Set<InboxState> from;
    private final InboxDeed deed;
    private final @Nullable InboxState to;
    private final Told told;
    private final List<Condition> conditions;
    private final List<Need> needs;

    InboxStep(Set<InboxState> from, InboxDeed deed, @Nullable InboxState to, Told told, Demand... demands) {
        this.from = from;
        this.deed = deed;
        this.to = to;
        this.told = told;
        conditions = Arrays.stream(demands)
                .filter(Condition.class::isInstance)
                .map(Condition.class::cast)
                .toList();
        needs = Arrays.stream(demands)
                .filter(Need.class::isInstance)
                .map(Need.class::cast)
                .toList();
    }

    private static Set<InboxState> open() {
        var open = EnumSet.noneOf(InboxState.class);
        Arrays.stream(InboxState.values()).filter(InboxState::isOpen).forEach(open::add);
        return open;
    }

    /** Where nobody has written an answer yet. */
    private static Set<InboxState> before() {
        return EnumSet.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED, InboxState.ASSIGNED, InboxState.IN_WORK);
    }

    private static Set<InboxState> answered() {
        return EnumSet.of(InboxState.ANSWERED, InboxState.PUBLISHED, InboxState.KEPT_PRIVATE);
    }

    /** Where it stands before; empty for what does not exist yet. */
    public Set<InboxState> from() {
        return from;
    }

    public InboxDeed deed() {
        return deed;
    }

    /** Where it stands then; null where it stood. */
    public @Nullable InboxState to() {
        return to;
    }

    public Told told() {
        return told;
    }

    public List<Condition> conditions() {
        return conditions;
    }

    public List<Need> needs() {
        return needs;
    }

    /** The row for a deed where a submission stands; empty if there is none. */
    public static Optional<InboxStep> of(InboxState state, InboxDeed deed) {
        return Arrays.stream(values())
                .filter(row -> row.deed == deed && row.from.contains(state))
                .findFirst();
    }

    /** Why somebody cannot do this now, as keys of sentences; empty if they can. Whether they have the permission is asked elsewhere. */
    public static List<String> reasonsAgainst(Subject item, InboxDeed deed, Actor actor) {
        return of(item.submission().getState(), deed)
                .map(row -> row.conditions.stream()
                        .filter(condition -> !condition.holds.of(item, actor))
                        .map(condition -> condition.reason)
                        .toList())
                .orElse(List.of(NO_SUCH_STEP));
    }

    /** What is thrown for a reason. */
    static RuleBrokenException refusal(String reason) {
        return reason.equals(Condition.SECOND_PERSON.reason)
                ? new FourEyesException(reason)
                : new RuleBrokenException(reason);
    }
}
