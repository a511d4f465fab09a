package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The links in the database. */
@ApplicationScoped
class TicketRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(Ticket ticket) {
        em.persist(ticket);
    }

    Optional<Ticket> find(String digest) {
        return Optional.ofNullable(em.find(Ticket.class, digest));
    }

    /** Takes a link away; false if it was taken before, however close together two use it. */
    boolean take(String digest) {
        return em.createQuery("delete from Ticket t where t.digest = :digest")
                        .setParameter("digest", digest)
                        .executeUpdate()
                == 1;
    }

    void removeAllOf(User user) {
        em.createQuery("delete from Ticket t where t.user = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    void removeEndedBefore(Instant moment) {
        em.createQuery("delete from Ticket t where t.endsAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    long madeSince(User user, Ticket.Purpose purpose, Instant moment) {
        return em.createQuery(
                        "select count(t) from Ticket t where t.user = :user and t.purpose = :purpose and t.madeAt > :moment",
                        Long.class)
                .setParameter("user", user)
                .setParameter("purpose", purpose)
                .setParameter("moment", moment)
                .getSingleResult();
    }
}
