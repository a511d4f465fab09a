package vn.minhbach.editorial;

import vn.minhbach.shared.RuleBrokenException;

/**
 * Two people changed an item at once, and this is the second. It carries what all three texts say, so that the second can see what
 * the first changed and choose; nothing that they typed is lost.
 */
public class VersionConflictException extends RuleBrokenException {

    private static final long serialVersionUID = 1L;

    private final transient ItemVersion base;
    private final transient ItemVersion newest;
    private final transient Object unsaved;

    /**
     * @param base the version on which the second worked
     * @param newest the version that the first has saved meanwhile
     * @param unsaved the content that the second wanted to save
     */
    VersionConflictException(ItemVersion base, ItemVersion newest, Object unsaved) {
        super("editorial.error.conflict");
        this.base = base;
        this.newest = newest;
        this.unsaved = unsaved;
    }

    public ItemVersion base() {
        return base;
    }

    public ItemVersion newest() {
        return newest;
    }

    /** Of the type that the service was given. */
    public Object unsaved() {
        return unsaved;
    }
}
