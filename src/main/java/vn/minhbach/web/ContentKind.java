package vn.minhbach.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A kind of content whose items have public pages of their own. A feature implements this once for each of its kinds, as a CDI
 * bean; whatever goes over everything public, such as the sitemap, goes over these beans and knows no feature.
 *
 * <p>Items are handed out by ranges of keys. A key is the number under which an item lies: it is never changed nor used again,
 * so an item stays in its range when others come and go, and a range costs the same however many there are.
 */
public interface ContentKind {

    /** The kind's word, as it stands in the change log, the index and the API: "article". */
    String kind();

    /** The first part of the addresses of its items: "bai-viet". */
    String place();

    /** Where the item that is known by this slug or code has its page, below the portal's own address. */
    default String path(String id) {
        return "/" + place() + "/" + id;
    }

    /** The pages of the kind that list its items and are public themselves; none if another kind's pages do. */
    default List<String> lists() {
        return List.of();
    }

    /** The greatest key of all items, public or not; 0 if there are none. */
    long lastKey();

    /** When any public item with a key above the one and up to the other was last changed; empty if there is none, or if nobody knows. */
    Optional<Instant> changed(long after, long until);

    /** The public items with keys above the one and up to the other, by key. */
    List<PublicItem> items(long after, long until);
}
