package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Proofs of work that were used, in the database. */
@ApplicationScoped
class UsedProofRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    UsedProofRepository() {}

    UsedProofRepository(EntityManager em) {
        this.em = em;
    }

    Optional<UsedProof> find(String key) {
        return Optional.ofNullable(em.find(UsedProof.class, key));
    }

    void add(UsedProof proof) {
        em.persist(proof);
    }

    void forget(Instant before) {
        em.createQuery("delete from UsedProof p where p.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
