package vn.minhbach.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings, and what was accepted of them, in the database. */
@ApplicationScoped
class QualityRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(Object row) {
        em.persist(row);
    }

    void remove(Object row) {
        em.remove(row);
    }

    <T> @Nullable T find(Class<T> type, Object id) {
        return em.find(type, id);
    }

    /** Codes of procedures that changed since they were checked, or were never checked by this edition. */
    List<String> due(int edition, int size) {
        return em.createQuery(
                        "select p.code from Procedure p where not exists (select c.code from QualityChecked c"
                                + " where c.code = p.code and c.edition = :edition and c.checkedAt >= p.updatedAt)"
                                + " order by p.code",
                        String.class)
                .setParameter("edition", edition)
                .setMaxResults(size)
                .getResultList();
    }

    void forget(String code) {
        em.createQuery("delete from QualityFinding f where f.code = :code")
                .setParameter("code", code)
                .executeUpdate();
    }

    /** All findings that nobody accepted. */
    List<QualityFinding> open() {
        return em.createQuery(
                        "select f from QualityFinding f where not exists (select a.id from QualityAcceptance a"
                                + " where a.code = f.code and a.mark = f.mark)"
                                // Of what was taken back there is no page.
                                + " and exists (select p.code from Procedure p where p.code = f.code) order by f.id",
                        QualityFinding.class)
                .getResultList();
    }

    List<QualityFinding> findings(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select f from QualityFinding f where f.id in :numbers", QualityFinding.class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    List<QualityAcceptance> accepted(int size) {
        return em.createQuery(
                        "select a from QualityAcceptance a order by a.acceptedAt desc, a.id desc",
                        QualityAcceptance.class)
                .setMaxResults(size)
                .getResultList();
    }

    Optional<QualityAcceptance> acceptance(String code, String mark) {
        return em.createQuery(
                        "select a from QualityAcceptance a where a.code = :code and a.mark = :mark",
                        QualityAcceptance.class)
                .setParameter("code", code)
                .setParameter("mark", mark)
                .getResultStream()
                .findFirst();
    }
}
