package vn.minhbach.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The history in the database. Rows are added and read; that a removal was taken back is all that is ever noted on one. */
@ApplicationScoped
class HistoryRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    HistoryRepository() {}

    HistoryRepository(EntityManager em) {
        this.em = em;
    }

    void add(HistoryEntry entry) {
        em.persist(entry);
    }

    Optional<HistoryEntry> find(long id) {
        return Optional.ofNullable(em.find(HistoryEntry.class, id));
    }

    /** Marks a removal as taken back; false if it was before, however close together two want it. */
    boolean takeBack(long id) {
        return em.createQuery("update HistoryEntry h set h.undone = true"
                                + " where h.id = :id and h.undone = false and h.deed = :removed")
                        .setParameter("id", id)
                        .setParameter("removed", HistoryEntry.Deed.REMOVED)
                        .executeUpdate()
                == 1;
    }

    /** @param behind the line behind which they stand; null for the newest */
    List<HistoryEntry> of(String kind, String rowId, @Nullable HistoryEntry behind, int size) {
        return part("h.kind = :kind and h.rowId = :row", behind, size)
                .setParameter("kind", kind)
                .setParameter("row", rowId)
                .getResultList();
    }

    List<HistoryEntry> of(Collection<Long> ids) {
        return em.createQuery("select h from HistoryEntry h where h.id in :ids", HistoryEntry.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The last title of each row. */
    Map<String, String> titles(String kind, Collection<String> rows) {
        return em.createQuery(
                        "select h.rowId, h.title from HistoryEntry h where h.kind = :kind and h.rowId in :rows"
                                + " order by h.at, h.id",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("rows", rows)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (one, later) -> later));
    }

    List<HistoryEntry> all(String kind) {
        return em.createQuery(
                        "select h from HistoryEntry h where h.kind = :kind order by h.at, h.id", HistoryEntry.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    List<HistoryEntry> newest(Collection<String> kinds, @Nullable HistoryEntry behind, int size) {
        return part("h.kind in :kinds", behind, size)
                .setParameter("kinds", kinds)
                .getResultList();
    }

    /** Numbers are given out to each node by the dozen, so the order is that of time. */
    private TypedQuery<HistoryEntry> part(String where, @Nullable HistoryEntry behind, int size) {
        var older = behind == null ? "" : " and (h.at < :at or h.at = :at and h.id < :id)";
        var query = em.createQuery(
                        "select h from HistoryEntry h where " + where + older + " order by h.at desc, h.id desc",
                        HistoryEntry.class)
                .setMaxResults(size);
        return behind == null ? query : query.setParameter("at", behind.getAt()).setParameter("id", behind.getId());
    }
}
