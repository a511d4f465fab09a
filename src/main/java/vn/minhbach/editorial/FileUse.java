package vn.minhbach.editorial;

/**
 * What becomes of a file by an item of the board that shows or offers it.
 *
 * @param item the number of the item
 * @param title of its newest version
 */
public record FileUse(long attachment, long item, String title, Standing standing) {

    /** By which versions of the item it is used. */
    public enum Standing {
        /** Only by such as were never public. */
        DRAFT,
        /** By one that is public. */
        PUBLIC,
        /** By one that was public and is no longer, and none that is. */
        GONE
    }
}
