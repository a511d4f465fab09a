package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Json;

/** The rows by which the site is run, in the database. */
@ApplicationScoped
class SiteRowRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    SiteRowRepository() {}

    SiteRowRepository(EntityManager em) {
        this.em = em;
    }

    List<SiteRow> all() {
        return em.createQuery("select r from SiteRow r order by r.kind, r.position, r.id", SiteRow.class)
                .getResultList();
    }

    List<SiteRow> all(SiteKind kind) {
        return em.createQuery("select r from SiteRow r where r.kind = :kind order by r.position, r.id", SiteRow.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    Optional<SiteRow> find(SiteKind kind, long id) {
        return Optional.ofNullable(em.find(SiteRow.class, id)).filter(row -> row.getKind() == kind);
    }

    void add(SiteRow row) {
        em.persist(row);
        em.flush();
    }

    void remove(SiteRow row) {
        em.remove(row);
    }

    /** Puts a row elsewhere. What it says is not changed by that, so whoever has it open may go on. */
    void place(long id, int position) {
        em.createNativeQuery("update site_row set position = ?1 where id = ?2")
                .setParameter(1, position)
                .setParameter(2, id)
                .executeUpdate();
        // What is read next is what was placed.
        em.refresh(em.find(SiteRow.class, id));
    }

    void flush() {
        em.flush();
    }

    /** Puts a removed row back as it was. */
    void restore(SiteKind kind, KeptRow row) {
        em.createNativeQuery("insert into site_row (id, version, kind, position, content, updated_at, updated_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, kind.name())
                .setParameter(4, row.position())
                .setParameter(5, Json.write(row.values()))
                .setParameter(6, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(7, row.updatedBy())
                .executeUpdate();
    }
}
