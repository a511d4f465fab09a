package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

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

    long count() {
        return em.createQuery("select count(u) from User u", Long.class).getSingleResult();
    }

    List<RolePermission> rights() {
        return em.createQuery("select r from RolePermission r order by r.role, r.permission", RolePermission.class)
                .getResultList();
    }
}
