package vn.minhbach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The troubles of jobs in the database, where every node sees them. */
@ApplicationScoped
class TroubleRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    TroubleRepository() {}

    TroubleRepository(EntityManager em) {
        this.em = em;
    }

    Optional<Trouble> find(String job) {
        return Optional.ofNullable(em.find(Trouble.class, job));
    }

    void add(Trouble trouble) {
        em.persist(trouble);
    }

    void remove(Trouble trouble) {
        em.remove(trouble);
    }

    List<Trouble> all() {
        return em.createQuery("select t from Trouble t order by t.since, t.job", Trouble.class)
                .getResultList();
    }
}
