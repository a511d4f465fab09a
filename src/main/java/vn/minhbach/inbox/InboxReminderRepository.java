package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** What was told of due days, and of what something may have to be told, in the database. */
@ApplicationScoped
class InboxReminderRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxReminderRepository() {}

    InboxReminderRepository(EntityManager em) {
        this.em = em;
    }

    /** Of which something is due up to a day, what is due first before the others. */
    List<Submission> dueUntil(LocalDate day) {
        return em.createQuery(
                        "select s from Submission s where s.state in :states and s.dueDay <= :day order by s.dueDay, s.id",
                        Submission.class)
                .setParameter("states", InboxQuery.waiting())
                .setParameter("day", day)
                .getResultList();
    }

    /** Answered, with a promise until a day at the latest that is not kept yet; the first before the others. */
    List<Submission> promisedUntil(LocalDate day) {
        return em.createQuery(
                        "select s from Submission s where s.state in :states and s.promiseDay <= :day"
                                + " order by s.promiseDay, s.id",
                        Submission.class)
                .setParameter("states", InboxQuery.answered())
                .setParameter("day", day)
                .getResultList();
    }

    /** Of which something is late, the numbers. */
    List<Long> late(LocalDate today) {
        return em.createQuery(
                        "select s.id from Submission s where s.state in :states and s.dueDay < :today order by s.id",
                        Long.class)
                .setParameter("states", InboxQuery.waiting())
                .setParameter("today", today)
                .getResultList();
    }

    boolean isSent(long submission, InboxReminder.Occasion occasion, LocalDate day) {
        return em.createQuery(
                                "select count(r) from InboxReminder r"
                                        + " where r.submission = :submission and r.occasion = :occasion and r.day = :day",
                                Long.class)
                        .setParameter("submission", submission)
                        .setParameter("occasion", occasion)
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }

    /** Fails if another node was faster. */
    void add(InboxReminder reminder) {
        em.persist(reminder);
        em.flush();
    }
}
