package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.EditorialStatus;
import vn.minhbach.web.PublicItem;

/** Articles and sections in the database. */
@ApplicationScoped
class ArticleRepository {

    private static final String PUBLIC = " where a.status = vn.minhbach.editorial.EditorialStatus.PUBLISHED";
    /** Begins with what is the same for all, so that H2 sees that an index has this order. */
    private static final String NEWEST = " order by a.status, a.publishedAt desc, a.id desc";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ArticleRepository() {}

    ArticleRepository(EntityManager em) {
        this.em = em;
    }

    void add(Article article) {
        em.persist(article);
    }

    void add(Section section) {
        em.persist(section);
    }

    Optional<Article> bySlug(String slug) {
        return Optional.ofNullable(em.createQuery("select a from Article a where a.slug = :slug", Article.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    Optional<Section> section(String slug) {
        return Optional.ofNullable(em.createQuery("select s from Section s where s.slug = :slug", Section.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    List<Section> sections() {
        return em.createQuery("select s from Section s order by s.position, s.id", Section.class)
                .getResultList();
    }

    List<Article> newest(int first, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image" + PUBLIC + NEWEST,
                        Article.class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    List<Article> newestOf(Section section, int first, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image" + PUBLIC
                                + " and a.section = :section order by a.section.id, a.status, a.publishedAt desc, a.id desc",
                        Article.class)
                .setParameter("section", section)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    List<Article> newestOf(Collection<SectionKind> kinds, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section s left join fetch a.image" + PUBLIC
                                + " and s.kind in :kinds" + NEWEST,
                        Article.class)
                .setParameter("kinds", kinds)
                .setMaxResults(size)
                .getResultList();
    }

    long count(Collection<SectionKind> kinds, Instant from, Instant until) {
        return em.createQuery(
                        "select count(a) from Article a" + PUBLIC
                                + " and a.section.kind in :kinds and a.publishedAt >= :from and a.publishedAt < :until",
                        Long.class)
                .setParameter("kinds", kinds)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
    }

    /** How many public articles each section has: rows of slug and count. */
    List<Object[]> counts() {
        return em.createQuery(
                        "select a.section.slug, count(a) from Article a" + PUBLIC + " group by a.section.slug",
                        Object[].class)
                .getResultList();
    }

    long count(@Nullable EditorialStatus status) {
        return status == null
                ? em.createQuery("select count(a) from Article a", Long.class).getSingleResult()
                : em.createQuery("select count(a) from Article a where a.status = :status", Long.class)
                        .setParameter("status", status)
                        .getSingleResult();
    }

    /** Public articles by their rank of id, for whoever goes through all of them. */
    List<Article> publicAfter(long id, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section" + PUBLIC + " and a.id > :id order by a.id",
                        Article.class)
                .setParameter("id", id)
                .setMaxResults(size)
                .getResultList();
    }

    long lastId() {
        return em.createQuery("select coalesce(max(a.id), 0) from Article a", Number.class)
                .getSingleResult()
                .longValue();
    }

    Optional<Instant> publicChanged(long after, long until) {
        // Not max(…): EclipseLink hands the converter what the driver gave for it, which is not what the column gives.
        return em.createQuery(
                        "select a.updatedAt from Article a" + PUBLIC
                                + " and a.id > :after and a.id <= :until order by a.updatedAt desc",
                        Instant.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<PublicItem> publicItems(long after, long until) {
        return em.createQuery(
                        "select a.slug, a.updatedAt from Article a" + PUBLIC
                                + " and a.id > :after and a.id <= :until order by a.id",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new PublicItem((String) row[0], (Instant) row[1]))
                .toList();
    }

    long lastSectionId() {
        return em.createQuery("select coalesce(max(s.id), 0) from Section s", Number.class)
                .getSingleResult()
                .longValue();
    }

    /** Sections with the moment at which an article in them was last changed. */
    List<PublicItem> sectionItems(long after, long until) {
        var changed = em.createQuery(
                        "select a.section.slug, a.updatedAt from Article a" + PUBLIC
                                + " and a.updatedAt = (select max(b.updatedAt) from Article b where b.section = a.section"
                                + " and b.status = vn.minhbach.editorial.EditorialStatus.PUBLISHED)",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1], (one, same) -> one));
        return em.createQuery(
                        "select s.slug from Section s where s.id > :after and s.id <= :until order by s.id",
                        String.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .getResultStream()
                .map(slug -> new PublicItem(slug, changed.get(slug)))
                .toList();
    }

    void forget() {
        em.clear();
    }
}
