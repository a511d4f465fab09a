package vn.minhbach.article;

import java.time.Instant;
import vn.minhbach.web.Visit;

/**
 * An article in a list. Addresses are complete.
 *
 * @param imageUrl empty where the article has no picture
 */
public record ArticleLine(
        String url,
        String title,
        String lead,
        String imageUrl,
        String imageAlt,
        Instant publishedAt,
        String sectionName,
        String sectionUrl,
        String source) {

    /** The article as this reader is to see it. */
    public static ArticleLine of(Article article, Visit visit) {
        var image = article.getImage();
        return new ArticleLine(
                visit.url(article.getPath()),
                article.getTitle(),
                article.getLead(),
                image == null ? "" : visit.file(image.getPath()),
                image == null ? "" : image.getAlt(),
                article.getPublishedAt(),
                article.getSection().getName(),
                visit.url("/chuyen-muc/" + article.getSection().getSlug()),
                article.getSourceName());
    }
}
