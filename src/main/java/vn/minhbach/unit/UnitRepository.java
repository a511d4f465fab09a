package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The units in the database. */
@ApplicationScoped
class UnitRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    UnitRepository() {}

    UnitRepository(EntityManager em) {
        this.em = em;
    }

    void add(Unit unit) {
        em.persist(unit);
    }

    Optional<Unit> bySlug(String slug) {
        return Optional.ofNullable(em.createQuery("select u from Unit u where u.slug = :slug", Unit.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    List<Unit> all() {
        return em.createQuery("select u from Unit u order by u.position, u.id", Unit.class)
                .getResultList();
    }
}
