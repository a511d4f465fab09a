package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.privacy.SealedValue;

/** The words of submissions in the database, sealed. */
@ApplicationScoped
class KeptWordsRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    KeptWordsRepository() {}

    KeptWordsRepository(EntityManager em) {
        this.em = em;
    }

    /** A row, apart from the persistence context, which would keep a hundred thousand of them. */
    record Line(long submission, SealedValue sealed, Instant changedAt) {

        Line(long submission, String sealed, Instant changedAt) {
            this(submission, new SealedValue(InboxSeals.WORDS, KeptWords.sealedRow(submission), sealed), changedAt);
        }
    }

    /** When the words of some were kept, of those since a moment; the words themselves are long. */
    Map<Long, Instant> changedSince(Instant moment) {
        return em
                .createQuery(
                        "select w.submission, w.changedAt from KeptWords w where w.changedAt > :moment", Object[].class)
                .setParameter("moment", moment)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
    }

    List<Line> of(Collection<Long> submissions) {
        return lines(em.createQuery(
                        "select w.submission, w.sealed, w.changedAt from KeptWords w where w.submission in :submissions",
                        Object[].class)
                .setParameter("submissions", submissions)
                .getResultList());
    }

    List<Line> after(long submission, int size) {
        return lines(em.createQuery(
                        "select w.submission, w.sealed, w.changedAt from KeptWords w where w.submission > :after"
                                + " order by w.submission",
                        Object[].class)
                .setParameter("after", submission)
                .setMaxResults(size)
                .getResultList());
    }

    private static List<Line> lines(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Line((Long) row[0], (String) row[1], (Instant) row[2]))
                .toList();
    }

    long count() {
        return em.createQuery("select count(w) from KeptWords w", Long.class).getSingleResult();
    }

    /** Submissions of which no words were kept yet: from before there were any. */
    List<Long> without(int size) {
        return em.createQuery(
                        "select s.id from Submission s where s.anonymisedAt is null and not exists"
                                + " (select w from KeptWords w where w.submission = s.id) order by s.id",
                        Long.class)
                .setMaxResults(size)
                .getResultList();
    }
}
