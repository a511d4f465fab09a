package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.web.PublicItem;

/** Public articles, and sections, in the database. Items and their versions are kept by {@code editorial}. */
@ApplicationScoped
class ArticleRepository {

    private static final String NEWEST = " order by a.publishedAt desc, a.id desc";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ArticleRepository() {}

    ArticleRepository(EntityManager em) {
        this.em = em;
    }

    void add(Article article) {
        em.persist(article);
    }

    void remove(Article article) {
        em.remove(article);
    }

    void add(Section section) {
        em.persist(section);
    }

    Optional<Article> bySlug(String slug) {
        return Optional.ofNullable(em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image where a.slug = :slug",
                        Article.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    List<Article> bySlugs(Collection<String> slugs) {
        return em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image where a.slug in :slugs",
                        Article.class)
                .setParameter("slugs", slugs)
                .getResultList();
    }

    Optional<Article> byId(long id) {
        return published(List.of(id)).stream().findFirst();
    }

    /** What the published versions of some articles say, by the article's id. */
    Map<Long, ArticleContent> contents(Collection<Long> ids) {
        return em.createQuery(
                        "select v from ItemVersion v, Article a where v.itemId = a.id and v.number = a.version"
                                + " and a.id in :ids",
                        ItemVersion.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(ItemVersion::getItemId, version -> version.content(ArticleContent.class)));
    }

    /** The numbers of the public versions of what came out since a moment, by the article's id. */
    Map<Long, Integer> versionsSince(Instant moment) {
        return em.createQuery("select a.id, a.version from Article a where a.publishedAt >= :moment", Object[].class)
                .setParameter("moment", moment)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1]));
    }

    Optional<Section> section(String slug) {
        return Optional.ofNullable(em.createQuery("select s from Section s where s.slug = :slug", Section.class)
                .setParameter("slug", slug)
                .getSingleResultOrNull());
    }

    Optional<Section> section(long id) {
        return Optional.ofNullable(em.find(Section.class, id));
    }

    Optional<Attachment> image(@Nullable Long id) {
        return id == null ? Optional.empty() : Optional.ofNullable(em.find(Attachment.class, id));
    }

    List<Section> sections() {
        return em.createQuery("select s from Section s order by s.position, s.id", Section.class)
                .getResultList();
    }

    /** All that is public, newest first: rows of id, the section's slug, and tags. */
    List<Object[]> newest() {
        return em.createQuery("select a.id, a.section.slug, a.tags from Article a" + NEWEST, Object[].class)
                .getResultList();
    }

    /** Those of some articles that are public, in any order. */
    List<Article> published(Collection<Long> ids) {
        return em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image where a.id in :ids",
                        Article.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<Article> newestOf(Collection<SectionKind> kinds, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section s left join fetch a.image where s.kind in :kinds"
                                + NEWEST,
                        Article.class)
                .setParameter("kinds", kinds)
                .setMaxResults(size)
                .getResultList();
    }

    long count(Collection<SectionKind> kinds, Instant from, Instant until) {
        return em.createQuery(
                        "select count(a) from Article a where a.section.kind in :kinds and a.publishedAt >= :from"
                                + " and a.publishedAt < :until",
                        Long.class)
                .setParameter("kinds", kinds)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
    }

    /** How many articles of each section, by its id, were published between two moments. */
    Map<Long, Long> counts(Instant from, Instant until) {
        return em.createQuery(
                        "select a.section.id, count(a) from Article a where a.publishedAt >= :from"
                                + " and a.publishedAt < :until group by a.section.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    long count() {
        return em.createQuery("select count(a) from Article a", Long.class).getSingleResult();
    }

    /** Public articles by their rank of id, for whoever goes through all of them. */
    List<Article> after(long id, int size) {
        return em.createQuery(
                        "select a from Article a join fetch a.section where a.id > :id order by a.id", Article.class)
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
                        "select a.updatedAt from Article a"
                                + " where a.id > :after and a.id <= :until order by a.updatedAt desc",
                        Instant.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<PublicItem> publicItems(long after, long until) {
        return em.createQuery(
                        "select a.slug, a.updatedAt from Article a"
                                + " where a.id > :after and a.id <= :until order by a.id",
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
                        "select a.section.slug, a.updatedAt from Article a"
                                + " where a.updatedAt = (select max(b.updatedAt) from Article b where b.section = a.section)",
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
