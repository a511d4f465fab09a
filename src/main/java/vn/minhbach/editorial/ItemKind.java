package vn.minhbach.editorial;

import java.time.Instant;
import vn.minhbach.access.Permission;

/** A kind of item, as the board's common parts need it: notices, and what happens by itself at its minute. A feature's bean implements it. */
public interface ItemKind {

    /** What it is called in the database: "article". */
    String kind();

    /** Which permission a right is for items of this kind. */
    Permission permission(Deed.Right right);

    /** Where the board has one of its items open, without language. */
    String screen(long id);

    /**
     * Makes what is due public: all items of the kind that were to come out at this minute together with this one. Asked more than once,
     * it does it once.
     */
    void release(long id, Instant due);

    /** Archives an item that was to be shown until then. Asked more than once, it does it once. */
    void expire(long id, Instant due);

    /** What is to be done every morning: reminding of items that are to be looked at again, forgetting what nobody came back for. */
    void daily();
}
