package vn.minhbach.inbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions the queue shows, and in what order.
 *
 * @param me who looks
 * @param units whose submissions they see, by their slugs; null for all, also those that no unit has yet
 * @param kind the word of a kind; empty for all
 * @param unit the slug of a unit; empty for all
 * @param sought what was typed into the filter, as it can be looked for; null for nothing
 */
record InboxQuery(
        View view,
        String me,
        @Nullable Set<String> units,
        String kind,
        String unit,
        @Nullable Sought sought,
        String sort,
        boolean descending,
        LocalDate today) {

    static final String BY_DUE = "due";
    static final String BY_RECEIPT = "received";
    static final String BY_KIND = "kind";
    static final String BY_STATE = "state";

    /** Stands for what no unit has yet, where a unit is chosen. */
    static final String NO_UNIT = "chua-giao";

    /** So many days before it is due, a promise stands in its view. */
    static final int PROMISE_SHOWN = 3;

    static final Set<String> COLUMNS = Set.of(BY_DUE, BY_RECEIPT, BY_KIND, BY_STATE);

    /** The lists that people have before them. */
    public enum View {
        /** Everything that is not done. */
        OPEN,
        /** What nobody has decided about. */
        NEW,
        /** What I handle. */
        MINE,
        /** What I have put on my own list. */
        SHORTLIST,
        /** What is late. */
        LATE,
        /** What is due until Sunday. */
        THIS_WEEK,
        /** What nobody handles yet. */
        NOBODYS,
        /** Where the sender has written something on which nobody has acted since. */
        WRITTEN,
        /** Where I was named in a note that I have not seen. */
        NAMED,
        /** Answers that their senders found off the point, or of which they said that a promise was not kept. */
        OBJECTED,
        /** What was promised and is due. */
        PROMISED,
        /** Answers that rest on something that has changed. */
        TO_REVIEW,
        /** What waits for its sender. */
        ASKED,
        /** Answers that wait for approval, or to be sent. */
        DRAFTS,
        /** What was answered and may become public. */
        TO_PUBLISH,
        /** What is done. */
        DONE,
        ALL
    }

    /** By what one is looked for: whole numbers, codes and addresses, else the words of what was written. */
    enum By {
        NUMBER,
        CODE,
        PHONE,
        EMAIL,
        WORDS,
        NOTHING
    }

    /** @param words a number, the blind words of what was typed, by each key that there is, or the words of the text */
    record Sought(By by, List<String> words) {

        /** Whether it tells who sent something. */
        boolean isOfSender() {
            return by == By.PHONE || by == By.EMAIL;
        }

        /** Who prints a record prints nothing that somebody typed. */
        @Override
        public String toString() {
            return "Sought " + by;
        }
    }

    List<InboxState> states() {
        return switch (view) {
            case OPEN, MINE, LATE, THIS_WEEK -> shown();
            case OBJECTED ->
                shown().stream().filter(state -> state != InboxState.ANSWERED).toList();
            case NOBODYS -> List.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED, InboxState.ASSIGNED);
            case PROMISED, TO_REVIEW -> answered();
            // Also what was joined to another: nobody else reads what its sender adds.
            case WRITTEN -> open();
            case NAMED -> List.of(InboxState.values());
            // What one has chosen oneself does not vanish because somebody joined it to another.
            case SHORTLIST -> waiting();
            case NEW -> List.of(InboxState.RECEIVED, InboxState.SUPPLEMENTED);
            case ASKED -> List.of(InboxState.ASKED);
            case DRAFTS -> List.of(InboxState.DRAFTED, InboxState.APPROVED);
            case TO_PUBLISH -> List.of(InboxState.ANSWERED);
            case DONE ->
                Arrays.stream(InboxState.values())
                        .filter(state -> !state.isOpen() && state != InboxState.ANSWERED)
                        .toList();
            case ALL -> List.of(InboxState.values());
        };
    }

    /** Submissions that are alike to most views. */
    record Heap(InboxState state, String handler, LocalDate due, long count) {}

    /** Whether the view can be told from heaps of what is in {@link View#OPEN}. */
    boolean isOfHeaps() {
        return switch (view) {
            case OPEN, NEW, MINE, LATE, THIS_WEEK, NOBODYS, ASKED, DRAFTS, TO_PUBLISH -> true;
            case SHORTLIST, WRITTEN, NAMED, OBJECTED, PROMISED, TO_REVIEW, DONE, ALL -> false;
        };
    }

    /** Whether the view shows a heap. */
    boolean takes(Heap heap) {
        return states().contains(heap.state())
                && switch (view) {
                    case MINE -> heap.handler().equals(me);
                    case NOBODYS -> heap.handler().isEmpty();
                    case LATE -> heap.due().isBefore(today);
                    case THIS_WEEK -> !heap.due().isBefore(today) && !heap.due().isAfter(sunday());
                    default -> true;
                };
    }

    /** The last day of this week. */
    LocalDate sunday() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** Whether it is everything that there is, from the first day to the last. */
    boolean isEverythingByDay() {
        return view == View.ALL && !descending && !sort.equals(BY_KIND) && !sort.equals(BY_STATE);
    }

    /** The same without what waits for the answer of another. */
    private static List<InboxState> shown() {
        return waiting().stream().filter(state -> state != InboxState.MERGED).toList();
    }

    static List<InboxState> open() {
        return Arrays.stream(InboxState.values()).filter(InboxState::isOpen).toList();
    }

    static List<InboxState> answered() {
        return Arrays.stream(InboxState.values()).filter(InboxState::isAnswered).toList();
    }

    /** Where something may still be due. */
    static List<InboxState> waiting() {
        return Arrays.stream(InboxState.values()).filter(InboxQuery::isWaiting).toList();
    }

    static boolean isWaiting(InboxState state) {
        return state.isOpen() || state == InboxState.ANSWERED;
    }
}
