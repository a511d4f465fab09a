package vn.minhbach.article;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ReviewState;

/** An article in a list of the board. */
public record ArticleRow(
        long id,
        String title,
        String section,
        ItemState state,
        ReviewState review,
        boolean urgent,
        String changedBy,
        Instant changedAt,
        @Nullable Instant scheduledFor,
        String setName)
        implements Serializable {

    static ArticleRow of(Item item, String section) {
        return new ArticleRow(
                item.getId(),
                item.getTitle(),
                section,
                item.getState(),
                item.getReview(),
                !item.getUrgentBy().isEmpty(),
                item.getChangedBy(),
                item.getUpdatedAt(),
                item.getScheduledFor(),
                item.getSetName());
    }

    /** Whether there is something to be told of the newest version beside what the public sees. */
    public boolean isInReview() {
        return review != ReviewState.SETTLED;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public String stateTone() {
        return ArticleSheet.tone(state);
    }

    public String reviewTone() {
        return ArticleSheet.tone(review);
    }
}
