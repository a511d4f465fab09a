package vn.minhbach.editorial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The table of transitions: which deed is possible where, where it leads, and what must hold. It is the only place that knows;
 * a new step of the workflow is a row here and nothing elsewhere.
 */
public enum Transition {
    BEGIN(null, Deed.DRAFT, ItemState.DRAFT),
    REVISE_DRAFT(ItemState.DRAFT, Deed.REVISE, ItemState.DRAFT),
    REVISE_PUBLISHED(ItemState.PUBLISHED, Deed.REVISE, ItemState.PUBLISHED),
    REVISE_WITHDRAWN(ItemState.WITHDRAWN, Deed.REVISE, ItemState.WITHDRAWN),
    PUBLISH_DRAFT(ItemState.DRAFT, Deed.PUBLISH, ItemState.PUBLISHED, Condition.VERSION_EXISTS),
    PUBLISH_ANOTHER(
            ItemState.PUBLISHED,
            Deed.PUBLISH,
            ItemState.PUBLISHED,
            Condition.VERSION_EXISTS,
            Condition.VERSION_IS_NOT_PUBLIC),
    PUBLISH_AGAIN(ItemState.WITHDRAWN, Deed.PUBLISH, ItemState.PUBLISHED, Condition.VERSION_EXISTS),
    WITHDRAW(ItemState.PUBLISHED, Deed.WITHDRAW, ItemState.WITHDRAWN),
    READDRESS_DRAFT(ItemState.DRAFT, Deed.READDRESS, ItemState.DRAFT),
    READDRESS_PUBLISHED(ItemState.PUBLISHED, Deed.READDRESS, ItemState.PUBLISHED),
    READDRESS_WITHDRAWN(ItemState.WITHDRAWN, Deed.READDRESS, ItemState.WITHDRAWN);

    /** What must hold for a step, and the key of the sentence that says why it is not possible. */
    enum Condition {
        VERSION_EXISTS(
                "editorial.error.version", (item, version) -> version >= 1 && version <= item.getNewestVersion()),
        VERSION_IS_NOT_PUBLIC(
                "editorial.error.alreadyPublic", (item, version) -> !version.equals(item.getPublishedVersion()));

        private final String reason;
        private final BiPredicate<Item, Integer> holds;

        Condition(String reason, BiPredicate<Item, Integer> holds) {
            this.reason = reason;
            this.holds = holds;
        }
    }

    /** The key of the sentence for a deed that has no row where the item stands. */
    static final String NO_SUCH_STEP = "editorial.error.step";

    private final @Nullable ItemState from;
    private final Deed deed;
    private final ItemState to;
    private final List<Condition> conditions;

    Transition(@Nullable ItemState from, Deed deed, ItemState to, Condition... conditions) {
        this.from = from;
        this.deed = deed;
        this.to = to;
        this.conditions = List.of(conditions);
    }

    /** Where the item stands before; null for one that does not exist yet. */
    public @Nullable ItemState from() {
        return from;
    }

    public Deed deed() {
        return deed;
    }

    public ItemState to() {
        return to;
    }

    /** The row for a deed where an item stands; empty if there is none. */
    static Optional<Transition> of(@Nullable ItemState from, Deed deed) {
        return Arrays.stream(values())
                .filter(row -> row.from == from && row.deed == deed)
                .findFirst();
    }

    /**
     * Why the deed cannot be done with this version of the item now, as keys of sentences; empty if it can.
     *
     * @param version which one the deed is about
     */
    public static List<String> reasonsAgainst(Item item, Deed deed, int version) {
        return of(item.getState(), deed)
                .map(row -> row.conditions.stream()
                        .filter(condition -> !condition.holds.test(item, version))
                        .map(condition -> condition.reason)
                        .toList())
                .orElse(List.of(NO_SUCH_STEP));
    }
}
