package vn.minhbach.article;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemLine;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.editorial.SourceMark;

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
        String setName,
        SourceMark sourceMark)
        implements ItemLine, Serializable {

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
                item.getSetName(),
                item.getSourceMark());
    }

    @Override
    public boolean isUrgent() {
        return urgent;
    }
}
