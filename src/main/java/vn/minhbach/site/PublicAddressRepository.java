package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.article.ArticleService;

/** The addresses of everything that is public: sections, articles, procedures and units. */
@ApplicationScoped
@Transactional
class PublicAddressRepository {

    /** A sitemap holds at most 50,000 addresses. */
    private static final int MOST = 49_000;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ArticleService articles;

    List<String> all() {
        var all = new ArrayList<String>();
        articles.sections().forEach(section -> all.add("/chuyen-muc/" + section.getSlug()));
        add(all, "/don-vi/", "select u.slug from Unit u order by u.position");
        add(
                all,
                "/thu-tuc/",
                "select p.code from Procedure p where p.status <> vn.minhbach.procedure.ProcedureStatus.ABOLISHED order by p.code");
        add(all, "/bai-viet/", "select a.slug from Article a order by a.publishedAt desc");
        return all.size() <= MOST ? all : all.subList(0, MOST);
    }

    private void add(List<String> all, String prefix, String query) {
        em.createQuery(query, String.class).getResultList().forEach(id -> all.add(prefix + id));
    }
}
