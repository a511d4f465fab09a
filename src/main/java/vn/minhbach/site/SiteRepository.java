package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The parts of the site's frame in the database. */
@ApplicationScoped
class SiteRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    Optional<SiteBlock> block(String name) {
        return Optional.ofNullable(em.find(SiteBlock.class, name));
    }

    void add(SiteBlock block) {
        em.persist(block);
    }
}
