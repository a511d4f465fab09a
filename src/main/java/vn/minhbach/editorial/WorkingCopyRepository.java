package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Unsaved work in the database. */
@ApplicationScoped
class WorkingCopyRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    WorkingCopyRepository() {}

    WorkingCopyRepository(EntityManager em) {
        this.em = em;
    }

    Optional<WorkingCopy> find(String person, String kind, String key) {
        return Optional.ofNullable(em.find(WorkingCopy.class, new WorkingCopy.Key(person, kind, key)));
    }

    void add(WorkingCopy copy) {
        em.persist(copy);
    }

    void remove(WorkingCopy copy) {
        em.remove(copy);
    }

    /** All of a person's, the newest first. */
    List<WorkingCopy> of(String person, String kind) {
        return em.createQuery(
                        "select c from WorkingCopy c where c.person = :person and c.kind = :kind order by c.keptAt desc",
                        WorkingCopy.class)
                .setParameter("person", person)
                .setParameter("kind", kind)
                .getResultList();
    }

    int forgetBefore(Instant moment) {
        return em.createQuery("delete from WorkingCopy c where c.keptAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
