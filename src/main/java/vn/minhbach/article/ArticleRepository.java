package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.EditorialStatus;

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

    /** All that is public, newest first: rows of id and the section's slug. */
    List<Object[]> newest() {
        return em.createQuery("select a.id, a.section.slug from Article a" + PUBLIC + NEWEST, Object[].class)
                .getResultList();
    }

    /** Those of some articles that are public, in any order. */
    List<Article> published(Collection<Long> ids) {
        return em.createQuery(
                        "select a from Article a join fetch a.section left join fetch a.image" + PUBLIC
                                + " and a.id in :ids",
                        Article.class)
                .setParameter("ids", ids)
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

    void forget() {
        em.clear();
    }
}
