package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is public of the inbox, as lists, files and feeds need it. */
@ApplicationScoped
class PublishedRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    PublishedRepository() {}

    PublishedRepository(EntityManager em) {
        this.em = em;
    }

    /** All, without their texts. */
    List<PublishedAnswers.Head> heads() {
        var heads = new ArrayList<PublishedAnswers.Head>();
        for (var row : em.createQuery(
                        "select p.id, p.kind, p.unit, p.procedure, p.answeredAt, p.useful from Publication p",
                        Object[].class)
                .getResultList()) {
            heads.add(new PublishedAnswers.Head(
                    (Long) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Long) row[5]));
        }
        return heads;
    }

    List<Publication> of(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select p from Publication p where p.id in :ids", Publication.class)
                        .setParameter("ids", List.copyOf(ids))
                        .getResultList();
    }

    /** Some of these kinds behind a number, by number. */
    List<Publication> after(long id, Collection<String> kinds, int limit) {
        return kinds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p from Publication p where p.id > :id and p.kind in :kinds order by p.id",
                                Publication.class)
                        .setParameter("id", id)
                        .setParameter("kinds", List.copyOf(kinds))
                        .setMaxResults(limit)
                        .getResultList();
    }

    /** Some of all behind a number, by number. */
    List<Publication> after(long id, int limit) {
        return em.createQuery("select p from Publication p where p.id > :id order by p.id", Publication.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Without a read before: of two who say so at once, both count. */
    boolean countUseful(String slug) {
        return em.createQuery("update Publication p set p.useful = p.useful + 1 where p.slug = :slug")
                        .setParameter("slug", slug)
                        .executeUpdate()
                > 0;
    }
}
