package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accounts in the database. */
@ApplicationScoped
class UserRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(User user) {
        em.persist(user);
    }

    Optional<User> byName(String name) {
        return Optional.ofNullable(em.createQuery("select u from User u where u.name = :name", User.class)
                .setParameter("name", name)
                .getSingleResultOrNull());
    }

    Optional<User> find(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    /** The same, for one transaction at a time. */
    Optional<User> findForOne(long id) {
        return Optional.ofNullable(em.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Of the account whose name or address for mail it is. */
    Optional<User> byNameOrEmail(String given) {
        return em.createQuery(
                        "select u from User u where u.name = :given or u.email <> '' and lower(u.email) = :small"
                                + " order by case when u.name = :given then 0 else 1 end, u.id",
                        User.class)
                .setParameter("given", given)
                .setParameter("small", given.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The number of the same account; 0 if there is none. */
    long numberByNameOrEmail(String given) {
        return em.createQuery(
                        "select u.id from User u where u.name = :given or u.email <> '' and lower(u.email) = :small"
                                + " order by case when u.name = :given then 0 else 1 end, u.id",
                        Long.class)
                .setParameter("given", given)
                .setParameter("small", given.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Everybody, with their roles, in two queries. */
    List<User> all() {
        return em.createQuery("select u from User u order by u.name", User.class)
                .setHint("eclipselink.batch", "u.assignments")
                .getResultList();
    }

    /** The full names of all, by account. */
    Map<String, String> fullNames() {
        return em.createQuery("select u.name, u.fullName from User u", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * The numbers of the accounts that administrate the portal and are open. Whoever asks holds them until the transaction ends, so
     * that two administrators cannot each take the last other one away.
     */
    List<Long> lockAdministrators() {
        // The one who waited for the other sees only what they read before; so it is read once more.
        administrators();
        return administrators();
    }

    private List<Long> administrators() {
        List<?> found = em.createNativeQuery("select u.id from portal_user u where u.active = true and u.id in"
                        + " (select a.user_id from portal_assignment a where a.role = 'ADMINISTRATOR')"
                        + " order by u.id for update")
                .getResultList();
        return found.stream().map(each -> ((Number) each).longValue()).toList();
    }

    long count() {
        return em.createQuery("select count(u) from User u", Long.class).getSingleResult();
    }

    /** Past the version: it is no change that anybody who edits the account must hear of. */
    void noteSignIn(User user, Instant at) {
        em.createQuery("update User u set u.signedInAt = :at where u = :user")
                .setParameter("at", at)
                .setParameter("user", user)
                .executeUpdate();
    }

    /** Likewise; who has chosen another password meanwhile keeps the other. */
    void keepPassword(User seen, String hash) {
        em.createQuery("update User u set u.passwordHash = :hash where u.id = :id and u.passwordHash = :seen")
                .setParameter("hash", hash)
                .setParameter("id", seen.getId())
                .setParameter("seen", seen.getPasswordHash())
                .executeUpdate();
    }

    List<RolePermission> rights() {
        return em.createQuery("select r from RolePermission r order by r.role, r.permission", RolePermission.class)
                .getResultList();
    }
}
