package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Submissions by who sent them and by how long they were kept, in the database. */
@ApplicationScoped
class SenderRepository {

    private static final List<InboxState> DONE =
            Arrays.stream(InboxState.values()).filter(state -> !state.isOpen()).toList();

    /** What is done, and somebody is still known to have sent. */
    private static final String KEPT = " from Submission s where s.state in :done and s.anonymisedAt is null";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    SenderRepository() {}

    SenderRepository(EntityManager em) {
        this.em = em;
    }

    /** What is done, and was touched last before a moment; in order, behind a number. */
    List<Long> keptSince(String kind, Instant before, long after, int size) {
        return em.createQuery(
                        "select s.id" + KEPT
                                + " and s.kind = :kind and s.updatedAt < :before and s.id > :after order by s.id",
                        Long.class)
                .setParameter("after", after)
                .setParameter("kind", kind)
                .setParameter("done", DONE)
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList();
    }

    /** Submissions of a kind that nobody has touched since a moment. */
    record KeptSince(String kind, Instant before) {}

    /** How many there are of each of these, in their order; asked at once, whatever many there are. */
    List<Long> countKeptSince(List<KeptSince> sought) {
        if (sought.isEmpty()) {
            return List.of();
        }
        var sums = IntStream.range(0, sought.size())
                .mapToObj(at ->
                        "sum(case when s.kind = :kind" + at + " and s.updatedAt < :before" + at + " then 1 else 0 end)")
                .collect(Collectors.joining(", "));
        // One sum would come alone and not as a row.
        var query = em.createQuery("select count(s), " + sums + KEPT, Object[].class)
                .setParameter("done", DONE);
        for (var at = 0; at < sought.size(); at++) {
            query.setParameter("kind" + at, sought.get(at).kind())
                    .setParameter("before" + at, sought.get(at).before());
        }
        var row = query.getSingleResult();
        return Arrays.stream(row)
                .skip(1)
                .map(sum -> sum instanceof Number number ? number.longValue() : 0L)
                .toList();
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
