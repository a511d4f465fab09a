package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Time;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.PublicItem;
import vn.minhbach.web.Visit;

/** The public articles, as search, sitemap and overview see them. */
@ApplicationScoped
@Transactional
public class ArticleSearchSource implements SearchSource {

    private static final String SECTION = "section";
    private static final String YEAR = "year";
    private static final String DATE = "date";
    private static final int BATCH = 200;

    @Inject
    ArticleRepository articles;

    @Inject
    ArticleService service;

    @Override
    public SearchSource over(EntityManager em) {
        var source = new ArticleSearchSource();
        source.articles = new ArticleRepository(em);
        return source;
    }

    @Override
    public String kind() {
        return ArticleService.KIND;
    }

    @Override
    public String place() {
        return "bai-viet";
    }

    @Override
    public List<String> lists() {
        return List.of("/tin-tuc");
    }

    @Override
    public long lastKey() {
        return articles.lastId();
    }

    @Override
    public Optional<Instant> changed(long after, long until) {
        return articles.publicChanged(after, until);
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return articles.publicItems(after, until);
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Optional<Counts> counts() {
        return Optional.of(new Counts(
                service.published(),
                service.total(),
                ArticlesDeskPage.path(DeskQuery.View.PUBLISHED),
                ArticlesDeskPage.path(DeskQuery.View.ALL)));
    }

    @Override
    public Optional<LinkTree> branch(Visit visit) {
        return Optional.of(new LinkTree(
                visit.text("news.title"),
                visit.url("/tin-tuc"),
                service.sections().stream()
                        .filter(section -> section.isOpen() && !SectionKind.OF_REFORM.contains(section.getKind()))
                        .map(section -> new LinkTree(section.getName(), visit.url(section.getPath()), List.of()))
                        .toList()));
    }

    @Override
    public Map<String, String> facets() {
        var facets = new java.util.LinkedHashMap<String, String>();
        facets.put("chuyen-muc", SECTION);
        facets.put("nam", YEAR);
        return facets;
    }

    @Override
    public List<String> facts(Hit hit, Visit visit) {
        return List.of(hit.shown().getOrDefault(SECTION, ""));
    }

    @Override
    public @Nullable LocalDate date(Hit hit) {
        var moment = hit.shown().get(DATE);
        return moment == null ? null : Time.day(Instant.parse(moment));
    }

    @Override
    public void each(Consumer<SearchDocument> visitor) {
        var batch = articles.after(0, BATCH);
        while (!batch.isEmpty()) {
            documents(batch).forEach(visitor);
            var last = batch.getLast().getId();
            articles.forget();
            batch = articles.after(last, BATCH);
        }
    }

    @Override
    public Optional<SearchDocument> one(String id) {
        return id.matches("\\d{1,18}")
                ? articles.byId(Long.parseLong(id))
                        .flatMap(article -> documents(List.of(article)).findFirst())
                : Optional.empty();
    }

    private Stream<SearchDocument> documents(List<Article> batch) {
        var contents = articles.contents(batch.stream().map(Article::getId).toList());
        return batch.stream()
                .filter(article -> contents.containsKey(article.getId()))
                .map(article -> document(article, Objects.requireNonNull(contents.get(article.getId()))));
    }

    private static SearchDocument document(Article article, ArticleContent content) {
        var body = content.lead() + "\n" + Html.text(content.bodyHtml()) + "\n" + String.join(", ", content.tags());
        return new SearchDocument(
                        ArticleService.KIND,
                        String.valueOf(article.getId()),
                        content.title(),
                        article.getPath(),
                        body,
                        List.of(),
                        Map.of(
                                SECTION,
                                List.of(article.getSection().getName()),
                                YEAR,
                                List.of(String.valueOf(
                                        Time.day(article.getPublishedAt()).getYear()))),
                        Map.of(
                                SECTION,
                                article.getSection().getName(),
                                DATE,
                                article.getPublishedAt().toString(),
                                "source",
                                content.sourceName()),
                        article.getPublishedAt(),
                        false)
                .about(content.procedures());
    }
}
