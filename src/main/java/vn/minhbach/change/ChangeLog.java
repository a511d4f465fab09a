package vn.minhbach.change;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place where changes of published content are written down, in the transaction that makes them.
 *
 * <p><b>Order.</b> Positions are handed out by updating the single row of {@code content_change_head}. The database holds
 * that row's lock until the transaction ends, so the next position cannot be handed out before the one below it is
 * committed or undone. Hence positions become visible in ascending order without gaps: whoever has read up to position
 * <i>n</i> will never meet a later row with a lower number. The price is that publishing transactions queue up behind each
 * other from their first {@code append} on, which is why services append last.
 *
 * <p><b>Own changes.</b> Other nodes, the index and the pages follow when {@link ChangeWatch} has seen the log move. Whoever
 * made the change here must not look at old values until then: those are dropped as soon as the change is committed.
 */
@ApplicationScoped
@Transactional
public class ChangeLog {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    /** None in a command, which keeps no values. */
    @Inject
    @Nullable
    Values values;

    @Resource
    @Nullable
    TransactionSynchronizationRegistry transaction;

    protected ChangeLog() {}

    /** For a command that runs beside the portal and holds its own transaction. */
    public ChangeLog(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Content is to be seen, new or in a new form. */
    public void published(String kind, String contentId) {
        append(kind, List.of(contentId), ContentChange.Action.PUBLISHED);
    }

    /** Many of one kind at once, in the order given. */
    public void published(String kind, Collection<String> contentIds) {
        append(kind, contentIds, ContentChange.Action.PUBLISHED);
    }

    /** Content is to be seen no longer. */
    public void withdrawn(String kind, String contentId) {
        append(kind, List.of(contentId), ContentChange.Action.WITHDRAWN);
    }

    /**
     * Something changed that the public sees only through other content, such as a synonym that editors taught the search:
     * what is derived must be rebuilt, but nothing was published.
     */
    public void touched(String kind, String contentId) {
        append(kind, List.of(contentId), ContentChange.Action.TOUCHED);
    }

    private void append(String kind, Collection<String> contentIds, ContentChange.Action action) {
        if (contentIds.isEmpty()) {
            return;
        }
        // As precise as the database keeps it.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        em.flush();
        em.createNativeQuery("update content_change_head set position = position + ?1")
                .setParameter(1, contentIds.size())
                .executeUpdate();
        var position = last() - contentIds.size();
        for (var contentId : contentIds) {
            em.persist(new ContentChange(++position, kind, contentId, action, now));
        }
        if (values != null && transaction != null) {
            transaction.registerInterposedSynchronization(new Dropping(values));
        }
    }

    /** The position of the last change that is committed; 0 if nothing was ever published. */
    public long position() {
        return last();
    }

    /**
     * Where the log ends.
     *
     * @param mark tells the last change from one at the same position of another log, see {@link ContentChange#mark()}
     */
    public record Head(long position, String mark) {

        /** Before anybody has looked. */
        public static final Head UNKNOWN = new Head(-1, "");
    }

    /** Where the log ends now. */
    public Head head() {
        var position = last();
        return new Head(position, at(position).map(ContentChange::mark).orElse(""));
    }

    private long last() {
        var head =
                em.createNativeQuery("select position from content_change_head").getSingleResult();
        return ((Number) head).longValue();
    }

    /** The changes after a position, oldest first. */
    public List<ContentChange> after(long position, int limit) {
        return em.createQuery(
                        "select c from ContentChange c where c.position > :position order by c.position",
                        ContentChange.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    /** When each item of a kind was last changed, by its id. */
    public Map<String, Instant> lastOf(String kind) {
        return em.createQuery(
                        "select c.contentId, c.changedAt from ContentChange c where c.position in"
                                + " (select max(d.position) from ContentChange d where d.kind = :kind group by d.contentId)",
                        Object[].class)
                .setParameter("kind", kind)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /** When public content last changed; empty if nothing was ever published. */
    public Optional<Instant> lastPublication() {
        return em.createQuery(
                        "select c.changedAt from ContentChange c where c.action <> :touched order by c.position desc",
                        Instant.class)
                .setParameter("touched", ContentChange.Action.TOUCHED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The change at a position; empty for position 0, or if there is none. */
    public Optional<ContentChange> at(long position) {
        return Optional.ofNullable(em.find(ContentChange.class, position));
    }

    /** Drops what was derived, once the change can be read. */
    private record Dropping(Values values) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing yet: what is derived now would still be made of the old state by others.
        }

        @Override
        public void afterCompletion(int status) {
            values.follow();
        }
    }
}
