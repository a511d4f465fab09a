package vn.minhbach.editorial;

import java.time.Instant;

/**
 * Something that happens to an item at a moment, as a job knows it. The moment belongs to its name: whoever puts it off makes another
 * one, and the first finds that it is not meant any more.
 */
record Due(String kind, long id, Instant when) {

    static Due of(Item item, Instant when) {
        return new Due(item.getKind(), item.getId(), when);
    }

    static Due of(String name) {
        var parts = name.split(" ", 3);
        return new Due(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2]));
    }

    @Override
    public String toString() {
        return kind + " " + id + " " + when;
    }
}
