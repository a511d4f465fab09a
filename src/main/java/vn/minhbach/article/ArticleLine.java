package vn.minhbach.article;

import java.time.Instant;
import vn.minhbach.web.Visit;

/**
 * An article in a list. Addresses are complete.
 *
 * @param imageUrl empty where the article has no picture
 * @param imageSrcset its smaller sizes; empty where there are none
 * @param imageFocus which part of it stays when it is cropped
 */
public record ArticleLine(
        String url,
        String title,
        String lead,
        String imageUrl,
        String imageAlt,
        String imageSrcset,
        String imageFocus,
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
                image == null ? "" : visit.file(image.getPath(960)),
                image == null ? "" : image.getAlt(),
                image == null ? "" : image.getSrcset(visit::file),
                image == null ? "center" : image.getFocus(),
                article.getPublishedAt(),
                article.getSection().getName(),
                visit.url("/chuyen-muc/" + article.getSection().getSlug()),
                article.getSourceName());
    }
}
