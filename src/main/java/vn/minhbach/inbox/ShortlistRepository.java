package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Everybody's own lists of the inbox, in the database. */
@ApplicationScoped
class ShortlistRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ShortlistRepository() {}

    ShortlistRepository(EntityManager em) {
        this.em = em;
    }

    void add(Shortlisted line) {
        em.persist(line);
        em.flush();
    }

    void remove(String account, long submission) {
        em.createQuery("delete from Shortlisted l where l.account = :account and l.submission = :submission")
                .setParameter("account", account)
                .setParameter("submission", submission)
                .executeUpdate();
    }

    /** From whoever's list. */
    void removeAll(long submission) {
        em.createQuery("delete from Shortlisted l where l.submission = :submission")
                .setParameter("submission", submission)
                .executeUpdate();
    }

    /** Which of these somebody has on their list. */
    Set<Long> among(String account, Collection<Long> submissions) {
        return submissions.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select l.submission from Shortlisted l where l.account = :account and l.submission in :submissions",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("submissions", List.copyOf(submissions))
                        .getResultList());
    }
}
