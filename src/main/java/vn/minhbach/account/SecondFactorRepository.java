package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What people show beside a password, in the database. */
@ApplicationScoped
class SecondFactorRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(Object row) {
        em.persist(row);
    }

    Optional<TotpSecret> totp(User user) {
        return Optional.ofNullable(em.find(TotpSecret.class, user.getId()));
    }

    /** Takes a code's step; false if it, or a later one, was taken before, however close together two use it. */
    boolean takeStep(User user, long step) {
        return em.createQuery(
                                "update TotpSecret t set t.lastStep = :step where t.userId = :user and t.lastStep < :step")
                        .setParameter("step", step)
                        .setParameter("user", user.getId())
                        .executeUpdate()
                == 1;
    }

    /** What lies in clear. */
    List<TotpSecret> inClear() {
        return em.createQuery("select t from TotpSecret t where t.secret <> ''", TotpSecret.class)
                .getResultList();
    }

    /** Keeps a secret sealed, unless somebody shared another one meanwhile. */
    boolean seal(TotpSecret seen, String sealed) {
        return em.createQuery("update TotpSecret t set t.sealed = :sealed, t.secret = ''"
                                + " where t.userId = :user and t.secret = :seen")
                        .setParameter("sealed", sealed)
                        .setParameter("user", seen.getUserId())
                        .setParameter("seen", seen.getSecret())
                        .executeUpdate()
                == 1;
    }

    void removeTotp(User user) {
        em.createQuery("delete from TotpSecret t where t.userId = :user")
                .setParameter("user", user.getId())
                .executeUpdate();
    }

    List<Passkey> passkeys(User user) {
        return em.createQuery("select p from Passkey p where p.user = :user order by p.id", Passkey.class)
                .setParameter("user", user)
                .getResultList();
    }

    long countPasskeys(User user) {
        return em.createQuery("select count(p) from Passkey p where p.user = :user", Long.class)
                .setParameter("user", user)
                .getSingleResult();
    }

    Optional<Passkey> passkey(String credentialId) {
        return Optional.ofNullable(em.createQuery("select p from Passkey p where p.credentialId = :id", Passkey.class)
                .setParameter("id", credentialId)
                .getSingleResultOrNull());
    }

    /** One of somebody's own; another's is left alone. */
    boolean removePasskey(long id, User owner) {
        return em.createQuery("delete from Passkey p where p.id = :id and p.user = :owner")
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
    }

    void removePasskeys(User owner) {
        em.createQuery("delete from Passkey p where p.user = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    void addRecovery(User user, String digest) {
        em.createNativeQuery("insert into account_recovery (digest, user_id) values (?1, ?2)")
                .setParameter(1, digest)
                .setParameter(2, user.getId())
                .executeUpdate();
    }

    boolean takeRecovery(User user, String digest) {
        return em.createNativeQuery("delete from account_recovery where digest = ?1 and user_id = ?2")
                        .setParameter(1, digest)
                        .setParameter(2, user.getId())
                        .executeUpdate()
                == 1;
    }

    void removeRecovery(User user) {
        em.createNativeQuery("delete from account_recovery where user_id = ?1")
                .setParameter(1, user.getId())
                .executeUpdate();
    }

    long countRecovery(User user) {
        var count = (Number) em.createNativeQuery("select count(*) from account_recovery where user_id = ?1")
                .setParameter(1, user.getId())
                .getSingleResult();
        return count.longValue();
    }

    void addChallenge(String digest, Instant endsAt) {
        em.createNativeQuery("insert into account_challenge (digest, ends_at) values (?1, ?2)")
                .setParameter(1, digest)
                .setParameter(2, utc(endsAt))
                .executeUpdate();
    }

    boolean takeChallenge(String digest, Instant now) {
        return em.createNativeQuery("delete from account_challenge where digest = ?1 and ends_at > ?2")
                        .setParameter(1, digest)
                        .setParameter(2, utc(now))
                        .executeUpdate()
                == 1;
    }

    void removeChallengesBefore(Instant moment) {
        em.createNativeQuery("delete from account_challenge where ends_at <= ?1")
                .setParameter(1, utc(moment))
                .executeUpdate();
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
