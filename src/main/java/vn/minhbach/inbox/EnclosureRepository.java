package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of what citizens sent along, and of what of it is public. */
@ApplicationScoped
class EnclosureRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    EnclosureRepository() {}

    EnclosureRepository(EntityManager em) {
        this.em = em;
    }

    void add(Object row) {
        em.persist(row);
        em.flush();
    }

    void remove(Object row) {
        em.remove(row);
        em.flush();
    }

    List<Enclosure> ofForm(String formKey) {
        return em.createQuery("select e from Enclosure e where e.formKey = :form order by e.id", Enclosure.class)
                .setParameter("form", formKey)
                .getResultList();
    }

    List<Enclosure> ofSubmission(long submission) {
        return em.createQuery(
                        "select e from Enclosure e where e.submission = :submission order by e.id", Enclosure.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    Optional<Enclosure> find(long id) {
        return Optional.ofNullable(em.find(Enclosure.class, id));
    }

    /** How many files wait, and how many bytes. */
    record Sum(long files, long bytes) {}

    Sum waiting() {
        return sum(em.createQuery(
                        "select count(e), coalesce(sum(e.size), 0) from Enclosure e where e.clientKey <> ''",
                        Object[].class)
                .getSingleResult());
    }

    Sum waiting(List<String> clientKeys) {
        if (clientKeys.isEmpty()) {
            return new Sum(0, 0);
        }
        return sum(em.createQuery(
                        "select count(e), coalesce(sum(e.size), 0) from Enclosure e where e.clientKey in :clients",
                        Object[].class)
                .setParameter("clients", clientKeys)
                .getSingleResult());
    }

    private static Sum sum(Object[] row) {
        return new Sum(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** What has waited since before that moment. */
    List<Enclosure> waitingSince(Instant before) {
        return em.createQuery(
                        "select e from Enclosure e where e.clientKey <> '' and e.submission is null"
                                + " and e.receivedAt < :before",
                        Enclosure.class)
                .setParameter("before", before)
                .getResultList();
    }

    /** Which of these places belong to a row. */
    Set<String> known(Collection<String> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        var known =
                new HashSet<>(em.createQuery("select e.place from Enclosure e where e.place in :places", String.class)
                        .setParameter("places", List.copyOf(places))
                        .getResultList());
        known.addAll(em.createQuery("select p.place from MaskedPicture p where p.place in :places", String.class)
                .setParameter("places", List.copyOf(places))
                .getResultList());
        return known;
    }

    // What of it is public

    List<MaskedPicture> masked(long submission) {
        return em.createQuery(
                        "select p from MaskedPicture p where p.submission = :submission order by p.enclosure, p.page",
                        MaskedPicture.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    Optional<MaskedPicture> masked(long enclosure, int page) {
        return Optional.ofNullable(em.createQuery(
                        "select p from MaskedPicture p where p.enclosure = :enclosure and p.page = :page",
                        MaskedPicture.class)
                .setParameter("enclosure", enclosure)
                .setParameter("page", page)
                .getSingleResultOrNull());
    }

    /** A masked picture of an answer that is public now. */
    Optional<MaskedPicture> published(long id) {
        return Optional.ofNullable(em.createQuery(
                        "select p from MaskedPicture p, Publication a where p.id = :id and a.id = p.submission",
                        MaskedPicture.class)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }
}
