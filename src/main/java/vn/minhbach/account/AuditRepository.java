package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The audit in the database. Rows are added and read, nothing else. */
@ApplicationScoped
class AuditRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    AuditRepository() {}

    AuditRepository(EntityManager em) {
        this.em = em;
    }

    void add(AuditEntry entry) {
        em.persist(entry);
    }

    List<AuditEntry> newest(int size) {
        return em.createQuery("select a from AuditEntry a order by a.at desc, a.id desc", AuditEntry.class)
                .setMaxResults(size)
                .getResultList();
    }
}
