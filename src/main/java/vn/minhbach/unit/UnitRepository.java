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

    long lastId() {
        return em.createQuery("select coalesce(max(u.id), 0) from Unit u", Number.class)
                .getSingleResult()
                .longValue();
    }

    List<String> slugs(long after, long until) {
        return em.createQuery(
                        "select u.slug from Unit u where u.id > :after and u.id <= :until order by u.id", String.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    List<Unit> all() {
        return em.createQuery("select u from Unit u order by u.position, u.id", Unit.class)
                .getResultList();
    }
}
