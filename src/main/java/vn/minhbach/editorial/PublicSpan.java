package vn.minhbach.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Time;

/**
 * For how long the public saw a version of an item.
 *
 * @param until null if it still does
 */
public record PublicSpan(
        int version, Instant from, @Nullable Instant until) {

    /** The same of an item; what nobody of the board has done anything with yet is public as it was taken over. */
    static List<PublicSpan> of(Item item, List<ItemStep> steps) {
        var version = item.getPublishedVersion();
        var since = item.getPublishedAt();
        return steps.isEmpty() && version != null && since != null
                ? List.of(new PublicSpan(version, since, null))
                : of(steps);
    }

    /** All of an item, the oldest first, as its steps tell. */
    public static List<PublicSpan> of(List<ItemStep> steps) {
        var spans = new ArrayList<PublicSpan>();
        @Nullable PublicSpan open = null;
        for (var step : steps) {
            var begins = switch (step.getDeed()) {
                case PUBLISH, CORRECT, PUBLISH_URGENTLY -> true;
                default -> false;
            };
            var ends = switch (step.getDeed()) {
                case WITHDRAW, REDIRECT -> true;
                default -> false;
            };
            if (open != null && (begins || ends)) {
                spans.add(new PublicSpan(open.version, open.from, step.getDoneAt()));
                open = null;
            }
            if (begins) {
                open = new PublicSpan(step.getVersion(), step.getDoneAt(), null);
            }
        }
        if (open != null) {
            spans.add(open);
        }
        return List.copyOf(spans);
    }

    /** Whether the public saw it at any moment of a day of Vietnam's calendar. */
    public boolean on(LocalDate day) {
        var begin = day.atStartOfDay(Time.ZONE).toInstant();
        var end = day.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        return from.isBefore(end) && (until == null || until.isAfter(begin));
    }
}
