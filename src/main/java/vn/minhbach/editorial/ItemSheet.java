package vn.minhbach.editorial;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;

/**
 * An item as somebody of the board has it before them.
 *
 * @param publicPlace where everybody reads it, or else the same as the place where its newest version stands
 * @param reviewable whether they may look through what stands there, and so say that they have looked at what its source did
 * @param open what they may do with it now
 * @param against what they might do if it were not for a reason, with the key of the sentence that says it
 * @param versions without what they say, the newest first
 * @param steps all that was done with it, the newest first
 * @param spans when which version was public, the oldest first
 */
public record ItemSheet(
        long id,
        String slug,
        String title,
        String place,
        String publicPlace,
        ItemState state,
        ReviewState review,
        int newest,
        @Nullable Integer published,
        String createdBy,
        String changedBy,
        String submittedBy,
        @Nullable Instant scheduledFor,
        String scheduledNotice,
        String setName,
        @Nullable Instant expiresAt,
        @Nullable LocalDate reviewOn,
        String urgentBy,
        String notice,
        String redirectTo,
        SourceMark sourceMark,
        boolean reviewable,
        List<Deed> open,
        Map<Deed, String> against,
        List<VersionLine> versions,
        List<Line> steps,
        List<Span> spans)
        implements ItemLine, Serializable {

    /** A deed that was done. */
    public record Line(Instant at, String actor, Deed deed, int version, String note, String notice)
            implements Serializable {}

    /** See {@link PublicSpan}. */
    public record Span(int version, Instant from, @Nullable Instant until) implements Serializable {}

    public static ItemSheet of(
            Item item,
            boolean reviewable,
            List<Deed> open,
            Map<Deed, String> against,
            List<VersionLine> versions,
            List<ItemStep> steps) {
        return new ItemSheet(
                item.getId(),
                item.getSlug(),
                item.getTitle(),
                item.getPlace(),
                item.getPublicPlace(),
                item.getState(),
                item.getReview(),
                item.getNewestVersion(),
                item.getPublishedVersion(),
                item.getCreatedBy(),
                item.getChangedBy(),
                item.getSubmittedBy(),
                item.getScheduledFor(),
                item.getScheduledNotice(),
                item.getSetName(),
                item.getExpiresAt(),
                item.getReviewOn(),
                item.getUrgentBy(),
                item.getNotice(),
                item.getRedirectTo(),
                item.getSourceMark(),
                reviewable,
                List.copyOf(open),
                Map.copyOf(against),
                List.copyOf(versions),
                steps.reversed().stream()
                        .map(step -> new Line(
                                step.getDoneAt(),
                                step.getActor(),
                                step.getDeed(),
                                step.getVersion(),
                                step.getNote(),
                                step.getNotice()))
                        .toList(),
                PublicSpan.of(item, steps).stream()
                        .map(span -> new Span(span.version(), span.from(), span.until()))
                        .toList());
    }

    /**
     * Since when the board knows what is public, of what was public before the board had it: what it said until then is not kept. Null of what
     * began here.
     */
    public @Nullable Instant takenOverAt() {
        return createdBy.equals(Actor.PORTAL.name())
                        && !spans.isEmpty()
                        && spans.getFirst().from().equals(versions.getLast().writtenAt())
                ? spans.getFirst().from()
                : null;
    }

    public boolean may(Deed deed) {
        return open.contains(deed);
    }

    @Override
    public boolean isUrgent() {
        return !urgentBy.isEmpty();
    }

    /** The versions that the public saw on a day of Vietnam's calendar, the first first. */
    public List<Integer> publicOn(LocalDate day) {
        return spans.stream()
                .filter(span -> new PublicSpan(span.version(), span.from(), span.until()).on(day))
                .map(Span::version)
                .distinct()
                .toList();
    }

    public static String tone(ItemState state) {
        return switch (state) {
            case PUBLISHED -> "good";
            case WITHDRAWN -> "bad";
            case DRAFT, ARCHIVED, REDIRECTED -> "info";
        };
    }

    public static String tone(ReviewState review) {
        return switch (review) {
            case APPROVED -> "good";
            case SUBMITTED -> "warn";
            case RETURNED -> "bad";
            case WRITING, SCHEDULED, SETTLED -> "info";
        };
    }
}
