package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The open sign-ins in the database. */
@ApplicationScoped
class OpenSignInRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(OpenSignIn signIn) {
        em.persist(signIn);
    }

    Optional<OpenSignIn> find(String digest) {
        return Optional.ofNullable(em.createQuery(
                        "select s from OpenSignIn s join fetch s.user where s.digest = :digest", OpenSignIn.class)
                .setParameter("digest", digest)
                .getSingleResultOrNull());
    }

    List<OpenSignIn> of(String name) {
        return em.createQuery(
                        "select s from OpenSignIn s where s.user.name = :name order by s.seenAt desc, s.id desc",
                        OpenSignIn.class)
                .setParameter("name", name)
                .getResultList();
    }

    void remove(String digest) {
        em.createQuery("delete from OpenSignIn s where s.digest = :digest")
                .setParameter("digest", digest)
                .executeUpdate();
    }

    /** One of somebody's own; another's is left alone. */
    boolean remove(long id, User owner) {
        return em.createQuery("delete from OpenSignIn s where s.id = :id and s.user = :owner")
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                > 0;
    }

    int removeOthers(User owner, String but) {
        return em.createQuery("delete from OpenSignIn s where s.user = :owner and s.digest <> :but")
                .setParameter("owner", owner)
                .setParameter("but", but)
                .executeUpdate();
    }

    void removeUnseenSince(Instant moment) {
        em.createQuery("delete from OpenSignIn s where s.seenAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
