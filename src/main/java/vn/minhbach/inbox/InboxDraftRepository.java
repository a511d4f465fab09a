package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Answers that were begun and not handed on, in the database. */
@ApplicationScoped
class InboxDraftRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    InboxDraftRepository() {}

    InboxDraftRepository(EntityManager em) {
        this.em = em;
    }

    Optional<InboxDraft> find(String account, long submission) {
        return Optional.ofNullable(em.createQuery(
                        "select d from InboxDraft d where d.account = :account and d.submission = :submission",
                        InboxDraft.class)
                .setParameter("account", account)
                .setParameter("submission", submission)
                .getSingleResultOrNull());
    }

    long count(String account) {
        return em.createQuery("select count(d) from InboxDraft d where d.account = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    void add(InboxDraft draft) {
        em.persist(draft);
        em.flush();
    }

    void remove(String account, long submission) {
        find(account, submission).ifPresent(em::remove);
    }

    /** Whoever wrote them. */
    void removeAll(long submission) {
        em.createQuery("delete from InboxDraft d where d.submission = :submission")
                .setParameter("submission", submission)
                .executeUpdate();
    }

    void forgetBefore(Instant moment) {
        em.createQuery("delete from InboxDraft d where d.keptAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
