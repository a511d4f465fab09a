package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Submissions by who sent them and by how long they were kept, in the database. */
@ApplicationScoped
class SenderRepository {

    private static final List<InboxState> DONE =
            Arrays.stream(InboxState.values()).filter(state -> !state.isOpen()).toList();

    private static final String KEPT_LONG = " from Submission s where s.kind = :kind and s.state in :done"
            + " and s.updatedAt < :before and s.anonymisedAt is null";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    SenderRepository() {}

    SenderRepository(EntityManager em) {
        this.em = em;
    }

    /** What is done, and was touched last before a moment; in order, behind a number. */
    List<Long> keptSince(String kind, Instant before, long after, int size) {
        return em.createQuery("select s.id" + KEPT_LONG + " and s.id > :after order by s.id", Long.class)
                .setParameter("after", after)
                .setParameter("kind", kind)
                .setParameter("done", DONE)
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList();
    }

    long countKeptSince(String kind, Instant before) {
        return em.createQuery("select count(s)" + KEPT_LONG, Long.class)
                .setParameter("kind", kind)
                .setParameter("done", DONE)
                .setParameter("before", before)
                .getSingleResult();
    }

    long anonymous() {
        return em.createQuery("select count(s) from Submission s where s.anonymisedAt is not null", Long.class)
                .getSingleResult();
    }

    /** What came from any of these numbers or addresses, the newest first. @param keys blind marks, by each key that there is */
    List<Submission> from(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select s from Submission s where s.phoneKey in :keys or s.emailKey in :keys"
                                        + " order by s.receivedAt desc, s.id desc",
                                Submission.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    void forgetWords(long submission, Instant now) {
        var words = em.find(KeptWords.class, submission);
        if (words != null) {
            words.keep("", now);
        }
    }

    void write(Object row) {
        em.persist(row);
        em.flush();
    }
}
