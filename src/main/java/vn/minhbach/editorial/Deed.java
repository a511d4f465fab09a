package vn.minhbach.editorial;

import java.util.Locale;

/** What the editorial board does with an item. Each is a method of the feature's service, which is called the same. */
public enum Deed {
    /** Begins an item with its first version. */
    DRAFT(Right.WRITE),
    /** Writes a newer version; what is public stays as it is. */
    REVISE(Right.WRITE),
    /** Makes one of the versions the public one. */
    PUBLISH(Right.PUBLISH),
    /** Takes the item back; who follows an old link learns that it was withdrawn. */
    WITHDRAW(Right.PUBLISH),
    /** Gives the item another address; the former one leads there. */
    READDRESS(Right.PUBLISH);

    /** What a deed takes. Each feature says which permission that is for its own items. */
    public enum Right {
        /** Writing what nobody sees yet. */
        WRITE,
        /** Deciding what the public sees. */
        PUBLISH
    }

    private final Right right;

    Deed(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }

    /** The name of the method that does it. */
    public String method() {
        return name().toLowerCase(Locale.ROOT);
    }
}
