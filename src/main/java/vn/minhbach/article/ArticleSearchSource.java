package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Time;

/** Offers the public articles to the search. */
@ApplicationScoped
@Transactional
public class ArticleSearchSource implements SearchSource {

    private static final String SECTION = "section";
    private static final String YEAR = "year";
    private static final int BATCH = 200;

    @Inject
    ArticleRepository articles;

    /** The same for a command that runs beside the portal. */
    public static SearchSource over(EntityManager em) {
        var source = new ArticleSearchSource();
        source.articles = new ArticleRepository(em);
        return source;
    }

    @Override
    public String kind() {
        return ArticleService.KIND;
    }

    @Override
    public Map<String, String> facets() {
        var facets = new java.util.LinkedHashMap<String, String>();
        facets.put("chuyen-muc", SECTION);
        facets.put("nam", YEAR);
        return facets;
    }

    @Override
    public void each(Consumer<SearchDocument> visitor) {
        var batch = articles.publicAfter(0, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(article -> visitor.accept(document(article)));
            var last = batch.getLast().getId();
            articles.forget();
            batch = articles.publicAfter(last, BATCH);
        }
    }

    @Override
    public Optional<SearchDocument> one(String id) {
        return articles.bySlug(id).filter(Article::isPublished).map(ArticleSearchSource::document);
    }

    private static SearchDocument document(Article article) {
        var body =
                article.getLead() + "\n" + Html.text(article.getBody()) + "\n" + String.join(", ", article.getTags());
        return new SearchDocument(
                ArticleService.KIND,
                article.getSlug(),
                article.getTitle(),
                article.getPath(),
                body,
                article.getProcedures(),
                Map.of(
                        SECTION,
                        List.of(article.getSection().getName()),
                        YEAR,
                        article.getPublishedAt() == null
                                ? List.of()
                                : List.of(String.valueOf(
                                        Time.day(article.getPublishedAt()).getYear()))),
                Map.of(
                        "section", article.getSection().getName(),
                        "date", String.valueOf(article.getPublishedAt()),
                        "source", article.getSourceName()),
                article.getPublishedAt(),
                false);
    }
}
