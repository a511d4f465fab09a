package vn.minhbach.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    List<HistoryEntry> of(String kind, String rowId, int size) {
        return em.createQuery(
                        "select h from HistoryEntry h where h.kind = :kind and h.rowId = :row order by h.id desc",
                        HistoryEntry.class)
                .setParameter("kind", kind)
                .setParameter("row", rowId)
                .setMaxResults(size)
                .getResultList();
    }

    List<HistoryEntry> all(String kind) {
        return em.createQuery("select h from HistoryEntry h where h.kind = :kind order by h.id", HistoryEntry.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    List<HistoryEntry> newest(Collection<String> kinds, int size) {
        return em.createQuery(
                        "select h from HistoryEntry h where h.kind in :kinds order by h.at desc, h.id desc",
                        HistoryEntry.class)
                .setParameter("kinds", kinds)
                .setMaxResults(size)
                .getResultList();
    }
}
