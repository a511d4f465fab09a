package vn.minhbach.editorial;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What is being written, as whoever looks at it before the public does has it before them.
 *
 * @param key by which screens know the item
 * @param place where it stands, which decides about rights
 * @param sharing whether they may give the draft to readers without an account, and take it back
 * @param shareable whether there is anything that a link could show
 * @param unsaved whether they have typed what they have not saved, which only they see
 * @param links those that hold, the newest first; only for whoever may share
 */
public record PreviewBoard(
        String key, String title, String place, boolean sharing, boolean shareable, boolean unsaved, List<Line> links)
        implements Serializable {

    /** A link that holds, as screens show it; its secret is not known any more. */
    public record Line(long id, String madeBy, Instant madeAt, Instant endsAt) implements Serializable {

        public static Line of(PreviewLink link) {
            return new Line(link.getId(), link.getMadeBy(), link.getMadeAt(), link.getEndsAt());
        }
    }
}
