package vn.minhbach.editorial;

/**
 * Where an item of the editorial board stands before the public. What the law says of it, whether a document is still in force,
 * is another matter and no state: an abolished document stays published. Nor is what the board does with its newest version,
 * see {@link ReviewState}.
 */
public enum ItemState {
    /** Was never public; only staff see it. */
    DRAFT,
    /** One of its versions is to be seen by everybody. */
    PUBLISHED,
    /** Was public and is no longer; its address answers 410 with a notice. */
    WITHDRAWN,
    /** Is in no list any more; at its address it can be read, as something of the past. */
    ARCHIVED,
    /** Its address leads to another page of the portal. */
    REDIRECTED
}
