package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that were brought to be looked at, and what they would change, in the database. */
@ApplicationScoped
class ImportRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ImportRepository() {}

    ImportRepository(EntityManager em) {
        this.em = em;
    }

    void add(ImportPreview preview) {
        em.persist(preview);
    }

    void add(ImportLine line) {
        em.persist(line);
    }

    Optional<ImportPreview> find(long id) {
        return Optional.ofNullable(em.find(ImportPreview.class, id));
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<ImportPreview> lock(long id) {
        var found = Optional.ofNullable(em.find(ImportPreview.class, id, LockModeType.PESSIMISTIC_WRITE));
        found.ifPresent(preview -> em.refresh(preview, LockModeType.PESSIMISTIC_WRITE, Map.of()));
        return found;
    }

    List<ImportPreview> newest(int size) {
        return em.createQuery("select p from ImportPreview p order by p.madeAt desc, p.id desc", ImportPreview.class)
                .setMaxResults(size)
                .getResultList();
    }

    /** Those that somebody began to read, and that nobody has touched since. */
    List<ImportPreview> abandoned(Instant before) {
        return em.createQuery(
                        "select p from ImportPreview p where p.state = :reading and p.touchedAt < :before",
                        ImportPreview.class)
                .setParameter("reading", ImportPreview.State.READING)
                .setParameter("before", before)
                .getResultList();
    }

    /** The records go with their file. */
    void forgetUntouchedSince(Instant before) {
        em.createQuery("delete from ImportPreview p where p.touchedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    List<Long> places(long preview, ImportLine.Outcome outcome) {
        return em.createQuery(
                        "select l.place from ImportLine l where l.previewId = :preview and l.outcome = :outcome"
                                + " order by l.place",
                        Long.class)
                .setParameter("preview", preview)
                .setParameter("outcome", outcome)
                .getResultList();
    }

    List<ImportLine> lines(long preview, Collection<Long> places) {
        return places.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from ImportLine l where l.previewId = :preview and l.place in :places",
                                ImportLine.class)
                        .setParameter("preview", preview)
                        .setParameter("places", places)
                        .getResultList();
    }

    /** The good records of these codes. */
    List<ImportLine> good(long preview, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from ImportLine l where l.previewId = :preview and l.code in :codes"
                                        + " and l.outcome <> :refused",
                                ImportLine.class)
                        .setParameter("preview", preview)
                        .setParameter("codes", codes)
                        .setParameter("refused", ImportLine.Outcome.REFUSED)
                        .getResultList();
    }

    /** What is in memory is not needed any more: a file of any length takes the same. */
    void forget() {
        em.flush();
        em.clear();
    }
}
