package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The links of public articles in the database. */
@ApplicationScoped
class ArticleLinkRepository {

    private static final String BROKEN = " from ArticleLink l, Article a where a.id = l.articleId and l.broken = true";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    ArticleLinkRepository() {}

    ArticleLinkRepository(EntityManager em) {
        this.em = em;
    }

    void add(ArticleLink link) {
        em.persist(link);
    }

    void remove(ArticleLink link) {
        em.remove(link);
    }

    List<ArticleLink> ofArticles(Collection<Long> articles) {
        return articles.isEmpty()
                ? List.of()
                : em.createQuery("select l from ArticleLink l where l.articleId in :articles", ArticleLink.class)
                        .setParameter("articles", articles)
                        .getResultList();
    }

    /** Of articles that are not public any more. */
    void removeStray() {
        em.createQuery(
                        "delete from ArticleLink l where not exists (select a.id from Article a where a.id = l.articleId)")
                .executeUpdate();
    }

    /** Addresses that were never looked at; then those that were not for long, and, of those in which something was wrong, not since. */
    List<String> due(Instant before, Instant doubtfulBefore, int size) {
        return em.createQuery(
                        "select l.address from ArticleLink l where l.checkedAt is null or l.checkedAt < :before"
                                + " or l.failures > 0 and l.broken = false and l.checkedAt < :doubtful"
                                + " order by l.checkedAt nulls first, l.id",
                        String.class)
                .setParameter("before", before)
                .setParameter("doubtful", doubtfulBefore)
                .setMaxResults(size)
                .getResultList();
    }

    List<ArticleLink> at(String address) {
        return em.createQuery("select l from ArticleLink l where l.address = :address", ArticleLink.class)
                .setParameter("address", address)
                .getResultList();
    }

    /** @param places whose articles are seen; null for all */
    List<Long> broken(@Nullable Set<String> places) {
        return places != null && places.isEmpty()
                ? List.of()
                : within(
                                em.createQuery(
                                        "select l.id" + BROKEN + in(places) + " order by l.since, l.id", Long.class),
                                places)
                        .getResultList();
    }

    long countBroken(@Nullable Set<String> places) {
        return places != null && places.isEmpty()
                ? 0
                : within(em.createQuery("select count(l)" + BROKEN + in(places), Long.class), places)
                        .getSingleResult();
    }

    /** Rows of the link and its article. */
    List<Object[]> rows(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l, a from ArticleLink l, Article a where a.id = l.articleId and l.id in :numbers",
                                Object[].class)
                        .setParameter("numbers", numbers)
                        .getResultList();
    }

    private static String in(@Nullable Set<String> places) {
        return places == null ? "" : " and a.section.slug in :places";
    }

    private static <T> TypedQuery<T> within(TypedQuery<T> query, @Nullable Set<String> places) {
        return places == null ? query : query.setParameter("places", places);
    }
}
