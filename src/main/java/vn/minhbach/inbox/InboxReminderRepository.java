package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.minhbach.change.ContentChange;

/** What was told of due days and of what is new, and of what something may have to be told, in the database. */
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

    /** Something that was given to whoever has it. */
    record Given(Submission submission, Instant at, String by) {}

    /** What was given to somebody after a moment and until another, and not begun; each time that it was given. */
    List<Given> given(Instant after, Instant until) {
        return em
                .createQuery(
                        "select s, e.at, e.actor from Submission s, InboxEvent e where e.submission = s.id"
                                + " and s.state = :assigned and e.deed = :assign and e.at > :after and e.at <= :until"
                                + " order by s.id, e.id",
                        Object[].class)
                .setParameter("assigned", InboxState.ASSIGNED)
                .setParameter("assign", InboxDeed.ASSIGN)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(row -> new Given((Submission) row[0], (Instant) row[1], (String) row[2]))
                .toList();
    }

    /** Where the sender wrote after a moment and until another, and nobody has acted on it. */
    List<Submission> written(Instant after, Instant until) {
        return em.createQuery(
                        "select s from Submission s where s.state in :states and s.senderAt > :after and s.senderAt <= :until"
                                + " order by s.id",
                        Submission.class)
                .setParameter("states", InboxQuery.open())
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    /** Something that what was answered rests on has changed. */
    record Changed(Submission submission, Instant at) {}

    /**
     * Where something on which the answer rests changed after a moment and until another, and since somebody last said that the two agree; each time that it did.
     */
    List<Changed> changed(Instant after, Instant until) {
        return em
                .createQuery(
                        "select s, c.changedAt from Submission s, Basis b, ContentChange c where b.submission = s.id"
                                + " and b.number = s.sentAnswer and s.state in :states and c.kind = b.kind"
                                + " and c.contentId = b.contentId and c.action <> :touched and c.changedAt > b.confirmedAt"
                                + " and c.changedAt > :after and c.changedAt <= :until order by s.id, c.position",
                        Object[].class)
                .setParameter("states", InboxQuery.answered())
                .setParameter("touched", ContentChange.Action.TOUCHED)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(row -> new Changed((Submission) row[0], (Instant) row[1]))
                .toList();
    }

    /** The last morning on which news of a submission were told. */
    Optional<LocalDate> lastNews(long submission) {
        return Optional.ofNullable(em.createQuery(
                        "select max(r.day) from InboxReminder r where r.submission = :submission and r.occasion = :news",
                        LocalDate.class)
                .setParameter("submission", submission)
                .setParameter("news", InboxReminder.Occasion.NEWS)
                .getSingleResult());
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
