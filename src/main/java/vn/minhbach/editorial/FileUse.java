package vn.minhbach.editorial;

/** What becomes of a file by the items of the board that show or offer it. */
public enum FileUse {
    /** No item knows it. */
    NONE,
    /** Only versions that were never public. */
    DRAFT,
    /** A version that is public, or can be read as something of the past. */
    PUBLIC,
    /** A version that was public and is no longer, and none that is. */
    GONE
}
