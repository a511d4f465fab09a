package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;

/** The units in the database. */
@ApplicationScoped
class UnitRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    UnitRepository() {}

    UnitRepository(EntityManager em) {
        this.em = em;
    }

    void add(Unit unit) {
        em.persist(unit);
        em.flush();
    }

    Optional<Unit> bySlug(String slug) {
        return Optional.ofNullable(em.createQuery("select u from Unit u where u.slug = :slug", Unit.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    long lastId() {
        return em.createQuery("select coalesce(max(u.id), 0) from Unit u", Number.class)
                .getSingleResult()
                .longValue();
    }

    List<String> slugs(long after, long until) {
        return em.createQuery(
                        "select u.slug from Unit u where u.id > :after and u.id <= :until order by u.id", String.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultList();
    }

    List<Unit> all() {
        return em.createQuery("select u from Unit u order by u.position, u.id", Unit.class)
                .getResultList();
    }

    Optional<Unit> find(long id) {
        return Optional.ofNullable(em.find(Unit.class, id));
    }

    void remove(Object row) {
        em.remove(row);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void place(long id, int position) {
        em.createNativeQuery("update unit set position = ?1 where id = ?2")
                .setParameter(1, position)
                .setParameter(2, id)
                .executeUpdate();
        em.refresh(em.find(Unit.class, id));
    }

    /** Puts a removed unit back under its number and with its version. */
    void restore(KeptRow row) {
        em.createNativeQuery(
                        "insert into unit (id, version, slug, name, short_name, kind, summary, body, head, head_post,"
                                + " address, phone, email, hours, former_names, position, updated_at, updated_by, target)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(UnitStore.SLUG))
                .setParameter(4, row.get(UnitStore.NAME))
                .setParameter(5, row.get("shortName"))
                .setParameter(6, row.get("kind"))
                .setParameter(7, row.get("summary"))
                .setParameter(8, row.get(UnitStore.BODY))
                .setParameter(9, row.get("head"))
                .setParameter(10, row.get("headPost"))
                .setParameter(11, row.get("address"))
                .setParameter(12, row.get("phone"))
                .setParameter(13, row.get("email"))
                .setParameter(14, row.get("hours"))
                .setParameter(15, row.get("formerNames"))
                .setParameter(16, row.position())
                .setParameter(17, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(18, row.updatedBy())
                .setParameter(
                        19, row.get(UnitStore.TARGET).isEmpty() ? null : Integer.valueOf(row.get(UnitStore.TARGET)))
                .executeUpdate();
    }

    List<UnitPerson> people(long unit) {
        return em.createQuery(
                        "select p from UnitPerson p where p.unitId = :unit order by p.position, p.id", UnitPerson.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    List<UnitPerson> people() {
        return em.createQuery("select p from UnitPerson p order by p.unitId, p.position, p.id", UnitPerson.class)
                .getResultList();
    }

    Optional<UnitPerson> person(long id) {
        return Optional.ofNullable(em.find(UnitPerson.class, id));
    }

    void add(UnitPerson person) {
        em.persist(person);
        em.flush();
    }

    void placePerson(long id, int position) {
        em.createNativeQuery("update unit_person set position = ?1 where id = ?2")
                .setParameter(1, position)
                .setParameter(2, id)
                .executeUpdate();
        em.refresh(em.find(UnitPerson.class, id));
    }

    void restorePerson(long unit, KeptRow row) {
        em.createNativeQuery(
                        "insert into unit_person (id, version, unit_id, position, name, post, duties, phone, email,"
                                + " picture, updated_at, updated_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, unit)
                .setParameter(4, row.position())
                .setParameter(5, row.get("name"))
                .setParameter(6, row.get("post"))
                .setParameter(7, row.get("duties"))
                .setParameter(8, row.get("phone"))
                .setParameter(9, row.get("email"))
                .setParameter(10, row.get("picture"))
                .setParameter(11, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(12, row.updatedBy())
                .executeUpdate();
    }
}
