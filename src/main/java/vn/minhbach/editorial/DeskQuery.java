package vn.minhbach.editorial;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a kind's items a list of the board shows.
 *
 * @param view which of the saved views
 * @param me the account's name of who looks, for views that are somebody's own
 * @param seen the places whose items they may see; null for all
 * @param decides the places where they may look through what was handed in; null for all
 * @param publishes the places where they may decide what the public sees; null for all
 * @param monthly the places of which it is counted how much comes out in a month
 * @param today in Vietnam
 * @param place the one place that they want to see; empty for all
 * @param unit the one unit whose items they want to see; empty for all
 * @param text words of the title, without marks; empty for all
 * @param sort the name of a column; empty for what was last changed first
 */
public record DeskQuery(
        String kind,
        View view,
        String me,
        @Nullable Set<String> seen,
        @Nullable Set<String> decides,
        @Nullable Set<String> publishes,
        Set<String> monthly,
        LocalDate today,
        String place,
        String unit,
        String text,
        String sort,
        boolean descending) {

    public static final String BY_TITLE = "title";
    public static final String BY_PLACE = "place";
    public static final String BY_CHANGE = "updatedAt";

    /** The columns by which a list can be ordered. */
    public static final Set<String> COLUMNS = Set.of(BY_TITLE, BY_PLACE, BY_CHANGE);

    /** The views that are somebody's work, which the overview counts for every kind. */
    public static final List<View> WORK = List.of(View.MINE, View.WAITING, View.RETURNED, View.DUE, View.URGENT);

    /** The saved views of the board. */
    public enum View {
        ALL,
        /** What I wrote or handed in. */
        MINE,
        /** What waits for me: what I may look through, and what was approved and is to be published. */
        WAITING,
        /** What was given back. */
        RETURNED,
        SCHEDULED,
        PUBLISHED,
        /** What was taken back, archived or led elsewhere. */
        WITHDRAWN,
        /** What is public and is to be looked at again by today. */
        DUE,
        /** What was relayed and whose source changed it or took it away since. */
        SOURCE,
        /** What came out in this month where so much a month is wanted. */
        MONTH,
        /** What was published before anybody else had seen it ("chờ duyệt sau"). */
        URGENT
    }
}
