package vn.minhbach.procedure;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.ItemLine;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ReviewState;

/**
 * A procedure in a list of the board.
 *
 * @param number its code as a number, by which screens know it
 * @param status as it is public; null if it is not
 * @param changedBy who wrote the newest version; empty where nobody has edited it here
 */
public record ProcedureRow(
        long number,
        String code,
        String title,
        String field,
        String org,
        @Nullable ProcedureStatus status,
        ItemState state,
        ReviewState review,
        boolean urgent,
        Instant changedAt,
        String changedBy,
        @Nullable Instant scheduledFor)
        implements ItemLine, Serializable {

    @Override
    public boolean isUrgent() {
        return urgent;
    }

    public boolean isAbolished() {
        return status == ProcedureStatus.ABOLISHED;
    }
}
