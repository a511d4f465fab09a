package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items and their versions in the database. */
@ApplicationScoped
class ItemRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ItemRepository() {}

    ItemRepository(EntityManager em) {
        this.em = em;
    }

    void add(Item item) {
        em.persist(item);
    }

    void add(ItemVersion version) {
        em.persist(version);
    }

    void add(ItemStep step) {
        em.persist(step);
    }

    void add(FormerSlug former) {
        em.persist(former);
    }

    void remove(FormerSlug former) {
        em.remove(former);
    }

    Optional<Item> find(long id) {
        return Optional.ofNullable(em.find(Item.class, id));
    }

    /** The item as it is now, and nobody else changes it until the transaction ends. */
    Optional<Item> lock(long id) {
        em.flush();
        var item = Optional.ofNullable(em.find(Item.class, id, LockModeType.PESSIMISTIC_WRITE));
        item.ifPresent(found -> em.refresh(found, LockModeType.PESSIMISTIC_WRITE, Map.of()));
        return item;
    }

    Optional<Item> at(String kind, String slug) {
        return Optional.ofNullable(
                em.createQuery("select i from Item i where i.kind = :kind and i.slug = :slug", Item.class)
                        .setParameter("kind", kind)
                        .setParameter("slug", slug)
                        .getSingleResultOrNull());
    }

    Optional<FormerSlug> former(String kind, String slug) {
        return Optional.ofNullable(em.find(FormerSlug.class, new FormerSlug.Key(kind, slug)));
    }

    Optional<ItemVersion> version(long id, int number) {
        return Optional.ofNullable(em.find(ItemVersion.class, new ItemVersion.Key(id, number)));
    }

    List<ItemVersion> versions(long id) {
        return em.createQuery(
                        "select v from ItemVersion v where v.itemId = :id order by v.number desc", ItemVersion.class)
                .setParameter("id", id)
                .getResultList();
    }

    List<ItemStep> steps(long id) {
        return em.createQuery("select s from ItemStep s where s.itemId = :id order by s.id", ItemStep.class)
                .setParameter("id", id)
                .getResultList();
    }

    long count(String kind) {
        return em.createQuery("select count(i) from Item i where i.kind = :kind", Long.class)
                .setParameter("kind", kind)
                .getSingleResult();
    }
}
