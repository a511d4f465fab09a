package vn.minhbach.editorial;

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
 * The table of transitions: which deed is possible where, where it leads, what must hold, what must be said, and who is told. It is
 * the only place that knows; a new step of the workflow is a row here. Where an item stands has two sides: what the public sees
 * ({@link ItemState}) and what the board does with the newest version ({@link ReviewState}). A row names those in which it applies,
 * and what becomes of them; null leaves a side as it is.
 */
public enum Transition {
    BEGIN(Set.of(), Set.of(), Deed.DRAFT, ItemState.DRAFT, ReviewState.WRITING, Told.NOBODY),

    WRITE_ON(
            all(),
            Set.of(ReviewState.WRITING, ReviewState.SETTLED, ReviewState.APPROVED),
            Deed.REVISE,
            null,
            ReviewState.WRITING,
            Told.NOBODY),
    WRITE_ANEW(all(), Set.of(ReviewState.RETURNED), Deed.REVISE, null, null, Told.NOBODY),
    AMEND(all(), Set.of(ReviewState.SUBMITTED), Deed.AMEND, null, null, Told.AUTHOR),

    SUBMIT(
            all(),
            Set.of(ReviewState.WRITING, ReviewState.RETURNED),
            Deed.SUBMIT,
            null,
            ReviewState.SUBMITTED,
            Told.REVIEWERS,
            Condition.VERSION_IS_NEWEST,
            Condition.VERSION_IS_NOT_PUBLIC),
    SUBMIT_AGAIN(
            Set.of(ItemState.DRAFT, ItemState.WITHDRAWN, ItemState.ARCHIVED, ItemState.REDIRECTED),
            Set.of(ReviewState.SETTLED),
            Deed.SUBMIT,
            null,
            ReviewState.SUBMITTED,
            Told.REVIEWERS,
            Condition.VERSION_IS_NEWEST),
    TAKE_BACK(all(), Set.of(ReviewState.SUBMITTED), Deed.TAKE_BACK, null, ReviewState.WRITING, Told.NOBODY),
    DROP(all(), Set.of(ReviewState.WRITING, ReviewState.RETURNED), Deed.DROP, null, ReviewState.SETTLED, Told.NOBODY),
    REMARK(all(), EnumSet.allOf(ReviewState.class), Deed.REMARK, null, null, Told.AUTHOR, Need.REASON),

    SEND_BACK(
            all(),
            Set.of(ReviewState.SUBMITTED, ReviewState.APPROVED),
            Deed.SEND_BACK,
            null,
            ReviewState.RETURNED,
            Told.AUTHOR,
            Need.REASON),
    APPROVE(
            all(),
            Set.of(ReviewState.SUBMITTED),
            Deed.APPROVE,
            null,
            ReviewState.APPROVED,
            Told.AUTHOR,
            Condition.VERSION_IS_NEWEST,
            Condition.OF_SOMEBODY_ELSE),
    SCHEDULE(
            all(),
            Set.of(ReviewState.APPROVED, ReviewState.SCHEDULED),
            Deed.SCHEDULE,
            null,
            ReviewState.SCHEDULED,
            Told.AUTHOR,
            Need.TIME),
    UNSCHEDULE(all(), Set.of(ReviewState.SCHEDULED), Deed.UNSCHEDULE, null, ReviewState.APPROVED, Told.AUTHOR),

    PUBLISH(
            Set.of(ItemState.DRAFT, ItemState.WITHDRAWN, ItemState.ARCHIVED, ItemState.REDIRECTED),
            EnumSet.allOf(ReviewState.class),
            Deed.PUBLISH,
            ItemState.PUBLISHED,
            ReviewState.SETTLED,
            Told.AUTHOR,
            Condition.VERSION_EXISTS,
            Condition.APPROVED),
    PUBLISH_ANOTHER(
            Set.of(ItemState.PUBLISHED),
            EnumSet.allOf(ReviewState.class),
            Deed.PUBLISH,
            ItemState.PUBLISHED,
            ReviewState.SETTLED,
            Told.AUTHOR,
            Condition.VERSION_EXISTS,
            Condition.VERSION_IS_NOT_PUBLIC,
            Condition.APPROVED),
    CORRECT(
            Set.of(ItemState.PUBLISHED),
            EnumSet.allOf(ReviewState.class),
            Deed.CORRECT,
            ItemState.PUBLISHED,
            ReviewState.SETTLED,
            Told.AUTHOR,
            Need.NOTICE,
            Condition.VERSION_EXISTS,
            Condition.VERSION_IS_NOT_PUBLIC,
            Condition.APPROVED),
    PUBLISH_URGENTLY(
            all(),
            Set.of(ReviewState.WRITING, ReviewState.SUBMITTED, ReviewState.RETURNED),
            Deed.PUBLISH_URGENTLY,
            ItemState.PUBLISHED,
            ReviewState.SETTLED,
            Told.BOARD,
            Need.REASON,
            Condition.VERSION_IS_NEWEST,
            Condition.VERSION_IS_NOT_PUBLIC),
    APPROVE_AFTERWARDS(
            Set.of(ItemState.PUBLISHED, ItemState.WITHDRAWN, ItemState.ARCHIVED, ItemState.REDIRECTED),
            EnumSet.allOf(ReviewState.class),
            Deed.APPROVE_AFTERWARDS,
            null,
            null,
            Told.AUTHOR,
            Condition.WAS_URGENT,
            Condition.PUBLISHED_BY_SOMEBODY_ELSE),

    WITHDRAW(
            Set.of(ItemState.PUBLISHED, ItemState.ARCHIVED),
            allBut(ReviewState.SCHEDULED),
            Deed.WITHDRAW,
            ItemState.WITHDRAWN,
            null,
            Told.BOARD,
            Need.NOTICE,
            Need.REASON),
    WITHDRAW_SCHEDULED(
            Set.of(ItemState.PUBLISHED, ItemState.ARCHIVED),
            Set.of(ReviewState.SCHEDULED),
            Deed.WITHDRAW,
            ItemState.WITHDRAWN,
            ReviewState.APPROVED,
            Told.BOARD,
            Need.NOTICE,
            Need.REASON),
    ARCHIVE(
            Set.of(ItemState.PUBLISHED),
            EnumSet.allOf(ReviewState.class),
            Deed.ARCHIVE,
            ItemState.ARCHIVED,
            null,
            Told.AUTHOR),
    REDIRECT(
            Set.of(ItemState.PUBLISHED, ItemState.ARCHIVED, ItemState.WITHDRAWN),
            allBut(ReviewState.SCHEDULED),
            Deed.REDIRECT,
            ItemState.REDIRECTED,
            null,
            Told.AUTHOR,
            Need.TARGET),
    READDRESS(all(), EnumSet.allOf(ReviewState.class), Deed.READDRESS, null, null, Told.NOBODY),
    PLAN(all(), EnumSet.allOf(ReviewState.class), Deed.PLAN, null, null, Told.NOBODY);

    /** Who finds a notice of it when they come in next. Nobody is told of what they did themselves. */
    public enum Told {
        NOBODY,
        /** Who began it, who wrote the newest version, and who handed it in. */
        AUTHOR,
        /** Who may look it through where it stands. */
        REVIEWERS,
        /** Its author, and who may publish where it stands. */
        BOARD
    }

    /** What a row asks for; a condition or something to be said. */
    sealed interface Demand permits Condition, Need {}

    /** What must hold for a step, and the key of the sentence that says why it is not possible. */
    public enum Condition implements Demand {
        VERSION_EXISTS(
                "editorial.error.version",
                (item, version, actor) -> version >= 1 && version <= item.getNewestVersion()),
        VERSION_IS_NEWEST("editorial.error.newer", (item, version, actor) -> version == item.getNewestVersion()),
        VERSION_IS_NOT_PUBLIC(
                "editorial.error.alreadyPublic",
                (item, version, actor) -> item.getPublishedVersion() == null || item.getPublishedVersion() != version),
        /** What the portal itself takes over was decided upon elsewhere. */
        APPROVED(
                "editorial.error.notApproved",
                (item, version, actor) -> actor.equals(Actor.PORTAL)
                        || (item.getReview() == ReviewState.APPROVED || item.getReview() == ReviewState.SCHEDULED)
                                && version == item.getNewestVersion()),
        OF_SOMEBODY_ELSE(
                "editorial.error.own",
                (item, version, actor) -> !actor.name().equals(item.getChangedBy())
                        && !actor.name().equals(item.getSubmittedBy())),
        WAS_URGENT(
                "editorial.error.notUrgent",
                (item, version, actor) -> !item.getUrgentBy().isEmpty()),
        PUBLISHED_BY_SOMEBODY_ELSE("editorial.error.own", (item, version, actor) -> !item.wasUrgentBy(actor.name()));

        private final String reason;
        private final Test holds;

        Condition(String reason, Test holds) {
            this.reason = reason;
            this.holds = holds;
        }

        private interface Test {
            boolean of(Item item, int version, Actor actor);
        }
    }

    /** What must be said with a deed, by whoever is not the portal itself. */
    public enum Need implements Demand {
        REASON("editorial.error.reason", "reason", said -> !said.reason().isEmpty()),
        NOTICE("editorial.error.notice", "notice", said -> !said.notice().isEmpty()),
        TIME("editorial.error.time", "day", said -> said.when() != null),
        TARGET("editorial.error.target", "target", said -> !said.target().isEmpty());

        private final String reason;
        private final String field;
        private final Predicate<Said> met;

        Need(String reason, String field, Predicate<Said> met) {
            this.reason = reason;
            this.field = field;
            this.met = met;
        }

        boolean isMet(Said said) {
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

    /** The key of the sentence for a deed that has no row where the item stands. */
    static final String NO_SUCH_STEP = "editorial.error.step";

    /** The reasons by which nobody decides alone. */
    private static final Set<String> FOUR_EYES = Set.of(Condition.APPROVED.reason, Condition.OF_SOMEBODY_ELSE.reason);

    private final Set<ItemState> from;
    private final Set<ReviewState> review;
    private final Deed deed;
    private final @Nullable ItemState to;
    private final @Nullable ReviewState toReview;
    private final Told told;
    private final List<Condition> conditions;
    private final List<Need> needs;

    Transition(
            Set<ItemState> from,
            Set<ReviewState> review,
            Deed deed,
            @Nullable ItemState to,
            @Nullable ReviewState toReview,
            Told told,
            Demand... demands) {
        this.from = from;
        this.review = review;
        this.deed = deed;
        this.to = to;
        this.toReview = toReview;
        this.told = told;
        this.conditions = Arrays.stream(demands)
                .filter(Condition.class::isInstance)
                .map(Condition.class::cast)
                .toList();
        this.needs = Arrays.stream(demands)
                .filter(Need.class::isInstance)
                .map(Need.class::cast)
                .toList();
    }

    private static Set<ItemState> all() {
        return EnumSet.allOf(ItemState.class);
    }

    private static Set<ReviewState> allBut(ReviewState one) {
        return EnumSet.complementOf(EnumSet.of(one));
    }

    /** Where the item stands before, as the public sees it; empty for one that does not exist yet. */
    public Set<ItemState> from() {
        return from;
    }

    /** Where its newest version stands before; empty likewise. */
    public Set<ReviewState> review() {
        return review;
    }

    public Deed deed() {
        return deed;
    }

    /** Where the item stands then; null where it stood. */
    public @Nullable ItemState to() {
        return to;
    }

    /** Where its newest version stands then; null where it stood. */
    public @Nullable ReviewState toReview() {
        return toReview;
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

    /** The row for a deed where an item stands; empty if there is none. */
    static Optional<Transition> of(ItemState state, ReviewState review, Deed deed) {
        return Arrays.stream(values())
                .filter(row -> row.deed == deed && row.from.contains(state) && row.review.contains(review))
                .findFirst();
    }

    /** The row that applies to an item; empty if there is none. */
    public static Optional<Transition> of(Item item, Deed deed) {
        return of(item.getState(), item.getReview(), deed);
    }

    /**
     * Why somebody cannot do this with this version of the item now, as keys of sentences; empty if they can. Whether they have the
     * permission is asked elsewhere.
     *
     * @param version which one the deed is about
     */
    public static List<String> reasonsAgainst(Item item, Deed deed, int version, Actor actor) {
        return of(item, deed)
                .map(row -> row.conditions.stream()
                        .filter(condition -> !condition.holds.of(item, version, actor))
                        .map(condition -> condition.reason)
                        .toList())
                .orElse(List.of(NO_SUCH_STEP));
    }

    /** What is thrown for a reason. What is not approved has no row by which it could be scheduled: that would make it public as well. */
    static RuleBrokenException refusal(Deed deed, String reason) {
        return FOUR_EYES.contains(reason) || deed == Deed.SCHEDULE && reason.equals(NO_SUCH_STEP)
                ? new FourEyesException(reason)
                : new RuleBrokenException(reason);
    }
}
