package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * Keeps the items of all kinds, with their versions. A feature's service stands before it: it asks for the permission, keeps what its
 * lists need of the published version, and tells the change log, all in the transaction in which this works.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Items {

    /** What a column of the database holds. */
    private static final int LONGEST_CONTENT = 1_000_000;

    private static final int LONGEST_NOTE = 1_000;

    @Inject
    ItemRepository items;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same for a command that runs beside the portal and holds its own transaction. */
    public static Items over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new Items();
        over.items = new ItemRepository(em);
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /**
     * Begins an item with its first version. It is found under the slug; if that is taken, under one with a number behind it.
     *
     * @param content the record that its kind keeps
     */
    public Item draft(String kind, String slug, Object content) {
        var now = now();
        var item = new Item(kind, free(kind, slug.isEmpty() ? kind : slug), now);
        items.add(item);
        write(item, item.begin(), "", content, now);
        step(item, Deed.DRAFT, 1, now);
        return item;
    }

    private String free(String kind, String wanted) {
        var slug = wanted;
        for (var number = 2; isTaken(kind, slug); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private boolean isTaken(String kind, String slug) {
        return items.at(kind, slug).isPresent() || items.former(kind, slug).isPresent();
    }

    /**
     * Writes a newer version.
     *
     * @param expected the number of the version on which the author worked
     * @throws VersionConflictException if somebody else has written one since
     */
    public ItemVersion revise(Item item, int expected, Object content, String note) {
        var now = now();
        if (expected != item.getNewestVersion()) {
            throw new VersionConflictException(
                    version(item, expected), version(item, item.getNewestVersion()), content);
        }
        var version = write(item, item.revise(now), note, content, now);
        step(item, Deed.REVISE, version.getNumber(), now);
        return version;
    }

    private ItemVersion write(Item item, int number, String note, Object content, Instant now) {
        var json = Json.write(content);
        if (json.length() > LONGEST_CONTENT) {
            throw new RuleBrokenException("editorial.error.tooLong");
        }
        var version = new ItemVersion(
                item.getId(), number, actors.get().name(), now, Text.cut(Text.clean(note), LONGEST_NOTE), json);
        items.add(version);
        return version;
    }

    /**
     * Makes a version the public one.
     *
     * @param asOf when it came out; earlier than now for what was taken over from elsewhere
     */
    public void publish(Item item, int version, Instant asOf) {
        item.publish(version, asOf.truncatedTo(ChronoUnit.MICROS));
        step(item, Deed.PUBLISH, version, now());
    }

    public void withdraw(Item item) {
        var shown = item.getPublishedVersion();
        item.withdraw(now());
        step(item, Deed.WITHDRAW, shown == null ? item.getNewestVersion() : shown, now());
    }

    /**
     * Gives the item another address. If it was ever public, the former one leads to it.
     *
     * @throws RuleBrokenException if it cannot stand in an address, or another item has, or had, it
     */
    public void readdress(Item item, String slug) {
        if (slug.equals(item.getSlug())) {
            return;
        }
        if (slug.isEmpty() || !slug.equals(Text.slug(slug))) {
            throw new RuleBrokenException("editorial.error.slug");
        }
        var former = items.former(item.getKind(), slug);
        if (items.at(item.getKind(), slug).isPresent()
                || former.filter(other -> other.getItemId() != item.getId()).isPresent()) {
            throw new RuleBrokenException("editorial.error.slugTaken");
        }
        former.ifPresent(items::remove);
        if (item.getPublishedAt() != null) {
            items.add(new FormerSlug(item));
        }
        item.readdress(slug, now());
        step(item, Deed.READDRESS, item.getNewestVersion(), now());
    }

    private void step(Item item, Deed deed, int version, Instant now) {
        items.add(new ItemStep(item.getId(), now, actors.get().name(), deed, version));
    }

    /** The item, to be changed: nobody else changes it until the transaction ends. */
    public Item change(String kind, long id) {
        return items.lock(id)
                .filter(item -> item.getKind().equals(kind))
                .orElseThrow(() -> new NotFoundException(kind, String.valueOf(id)));
    }

    public Item get(String kind, long id) {
        return items.find(id)
                .filter(item -> item.getKind().equals(kind))
                .orElseThrow(() -> new NotFoundException(kind, String.valueOf(id)));
    }

    /** The item that is found under a slug, or was once. */
    public Optional<Item> at(String kind, String slug) {
        return items.at(kind, slug)
                .or(() -> items.former(kind, slug).flatMap(former -> items.find(former.getItemId())));
    }

    public ItemVersion version(Item item, int number) {
        return items.version(item.getId(), number)
                .orElseThrow(() -> new NotFoundException(item.getKind(), item.getId() + " · " + number));
    }

    /** All versions, the newest first. */
    public List<ItemVersion> versions(Item item) {
        return items.versions(item.getId());
    }

    /** All that was done with the item, the oldest first. */
    public List<ItemStep> steps(Item item) {
        return items.steps(item.getId());
    }

    /** How many items of a kind there are, public or not. */
    public long count(String kind) {
        return items.count(kind);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
