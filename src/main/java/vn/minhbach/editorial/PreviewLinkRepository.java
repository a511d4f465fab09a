package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The secret links in the database. */
@ApplicationScoped
class PreviewLinkRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    PreviewLinkRepository() {}

    PreviewLinkRepository(EntityManager em) {
        this.em = em;
    }

    void add(PreviewLink link) {
        em.persist(link);
    }

    /** The link with a digest, if it has not ended by then. */
    Optional<PreviewLink> find(String digest, Instant now) {
        return em.createQuery(
                        "select l from PreviewLink l where l.digest = :digest and l.endsAt > :now", PreviewLink.class)
                .setParameter("digest", digest)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** Those of an item that have not ended by then, the newest first. */
    List<PreviewLink> of(long item, Instant now) {
        return em.createQuery(
                        "select l from PreviewLink l where l.itemId = :item and l.endsAt > :now"
                                + " order by l.madeAt desc, l.id desc",
                        PreviewLink.class)
                .setParameter("item", item)
                .setParameter("now", now)
                .getResultList();
    }

    /** Takes a link of an item away; false if there was none. */
    boolean remove(long item, long id) {
        return em.createQuery("delete from PreviewLink l where l.itemId = :item and l.id = :id")
                        .setParameter("item", item)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    void removeEndedBefore(Instant moment) {
        em.createQuery("delete from PreviewLink l where l.endsAt <= :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
