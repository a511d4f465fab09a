package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.KeptRow;

/** The sections in the database, for whoever arranges them. */
@ApplicationScoped
class SectionRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    SectionRepository() {}

    SectionRepository(EntityManager em) {
        this.em = em;
    }

    List<Section> all() {
        return em.createQuery("select s from Section s order by s.position, s.id", Section.class)
                .getResultList();
    }

    Optional<Section> find(long id) {
        return Optional.ofNullable(em.find(Section.class, id));
    }

    void add(Section section) {
        em.persist(section);
        em.flush();
    }

    void remove(Section section) {
        em.remove(section);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    /** Puts a section elsewhere. What it says is not changed by that, so whoever has it open may go on. */
    void place(long id, int position) {
        em.createNativeQuery("update section set position = ?1 where id = ?2")
                .setParameter(1, position)
                .setParameter(2, id)
                .executeUpdate();
        em.refresh(em.find(Section.class, id));
    }

    /** The public articles of a section. */
    List<String> articles(long id) {
        return em.createQuery("select a.id from Article a where a.section.id = :id order by a.id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .map(String::valueOf)
                .toList();
    }

    /** Whether any version of any article, public or not, names the section. */
    boolean isNamed(long id) {
        return !em.createNativeQuery("select v.item_id from item_version v join item i on i.id = v.item_id"
                        + " where i.kind = 'article' and (v.content like ?1 or v.content like ?2)")
                .setParameter(1, "%\"sectionId\":" + id + ",%")
                .setParameter(2, "%\"sectionId\":" + id + "}%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Puts a removed section back under its number and with its version; what it says is written then. */
    void restore(KeptRow row) {
        em.createNativeQuery("insert into section (id, version, slug, name, description, kind, position, parent_id,"
                        + " picture, picture_alt, target, closed, successor_id, updated_at, updated_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(nullif(?8, '') as bigint), ?9, ?10,"
                        + " cast(nullif(?11, '') as integer), ?12, cast(nullif(?13, '') as bigint), ?14, ?15)")
                .setParameter(1, row.id())
                .setParameter(2, row.version())
                .setParameter(3, row.get(SectionStore.SLUG))
                .setParameter(4, row.get(SectionStore.NAME))
                .setParameter(5, row.get("description"))
                .setParameter(6, row.get("kind"))
                .setParameter(7, row.position())
                .setParameter(8, row.get(SectionStore.PARENT))
                .setParameter(9, row.get("picture"))
                .setParameter(10, row.get("alt"))
                .setParameter(11, row.get("target"))
                .setParameter(12, SectionStore.CLOSED.equals(row.get(SectionStore.STATE)))
                .setParameter(13, row.get(SectionStore.SUCCESSOR))
                .setParameter(14, LocalDateTime.ofInstant(row.updatedAt(), ZoneOffset.UTC))
                .setParameter(15, row.updatedBy())
                .executeUpdate();
    }
}
