package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.Paged;
import vn.minhbach.web.Door;
import vn.minhbach.web.Slice;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** {@code /api/v1/articles}. */
@Door(
        path = "/api/v1/articles",
        parameters = {"limit", "offset"},
        permission = Permission.READ_PUBLIC)
@Door(path = "/api/v1/articles/{slug}", permission = Permission.READ_PUBLIC)
@Path("/articles")
@Produces("application/json;charset=UTF-8")
@RequestScoped
public class ArticleResource {

    @Inject
    ArticleService service;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    /** An article in a list. */
    public record Line(
            String id, String title, String lead, String section, Instant publishedAt, String url, String source) {}

    /** An article with its text. */
    public record Whole(
            String id,
            String title,
            String lead,
            String bodyHtml,
            String section,
            String author,
            Instant publishedAt,
            Instant updatedAt,
            String url,
            String source,
            String sourceUrl,
            List<String> tags,
            List<String> procedures) {}

    @GET
    public Paged<Line> list(
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        var slice = Slice.of(limit, offset);
        return service.newest(slice.first(), slice.size())
                .map(article -> new Line(
                        article.getSlug(),
                        article.getTitle(),
                        article.getLead(),
                        article.getSection().getName(),
                        article.getPublishedAt(),
                        url(article),
                        article.getSourceName()));
    }

    @GET
    @Path("{slug}")
    public Whole one(@PathParam("slug") String slug) {
        var whole = find(slug);
        var article = whole.article();
        if (!article.getSlug().equals(slug)) {
            throw new MovedException(visit.url("/api/v1/articles/" + article.getSlug()));
        }
        var content = whole.content();
        return new Whole(
                article.getSlug(),
                article.getTitle(),
                article.getLead(),
                content.bodyHtml(),
                article.getSection().getName(),
                article.getAuthor(),
                article.getPublishedAt(),
                article.getUpdatedAt(),
                url(article),
                article.getSourceName(),
                content.sourceUrl(),
                content.tags(),
                content.procedures());
    }

    private PublicArticle find(String slug) {
        try {
            return service.published(slug);
        } catch (MovedException e) {
            throw new MovedException(visit.url(e.url()));
        }
    }

    private String url(Article article) {
        return structured.absolute(visit.url(article.getPath()));
    }
}
