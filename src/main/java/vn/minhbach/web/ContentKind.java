package vn.minhbach.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of content whose items have public pages of their own. A feature implements this once for each of its kinds, as a CDI
 * bean; whatever goes over everything public, such as the sitemap, the site map for readers, or the overview for staff, goes over these
 * beans and knows no feature. A kind that can be found implements {@code search.SearchSource}, which is one of these.
 *
 * <p>Items are handed out by ranges of keys. A key is the number under which an item lies: it is never changed nor used again,
 * so an item stays in its range when others come and go, and a range costs the same however many there are.
 */
public interface ContentKind {

    /** The kind's word, as it stands in the change log, the index and the API: "article". */
    String kind();

    /** The key of the bundle under which it says what such content is called. */
    default String labelKey() {
        return "search.kind." + kind();
    }

    default String label(Visit visit) {
        return visit.text(labelKey());
    }

    /** Where the kind stands among others where people see them, from the first on. */
    default int rank() {
        return 100;
    }

    /**
     * How many items there are.
     *
     * @param publishedList the page or screen that lists those the public sees, without language; empty for none
     * @param list the screen that lists all of them; likewise
     */
    record Counts(long published, long total, String publishedList, String list) {}

    /** What staff see counted at a glance; empty for a kind that is not worth it. */
    default Optional<Counts> counts() {
        return Optional.empty();
    }

    /** The kind's branch of the site map; empty if it stands in that of another kind. */
    default Optional<LinkTree> branch(Visit visit) {
        return lists().stream().findFirst().map(list -> new LinkTree(label(visit), visit.url(list), List.of()));
    }

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
    default Optional<Instant> changed(long after, long until) {
        return items(after, until).stream()
                .map(PublicItem::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** The public items with keys above the one and up to the other, by key. */
    List<PublicItem> items(long after, long until);
}
