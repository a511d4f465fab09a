package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.Pictures;
import vn.minhbach.editorial.Correction;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /bai-viet/<slug>}: one article. */
@Door(path = "/bai-viet/{slug}", permission = Permission.READ_PUBLIC)
@Named("bai-viet")
@RequestScoped
public class ArticlePage implements PublicPage {

    private static final int RELATED = 4;

    /** Where a text shows or offers a file of the portal. */
    private static final Pattern FILE = Pattern.compile("( (?:src|href)=\")(/tep/\\d{1,18}/[^\"]*+)\"");

    @Inject
    ArticleService service;

    @Inject
    Tags book;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    @Inject
    Pictures pictures;

    private @Nullable PublicArticle whole;
    private boolean preview;
    private boolean publicAlready;
    private List<ArticleLine> related = List.of();
    private List<Link> tags = List.of();
    private List<Link> breadcrumb = List.of();
    private @Nullable Figure figure;
    private String bodyHtml = "";

    /** A picture with everything that is to be said of it. */
    public record Figure(String url, String alt, String caption, String credit, int width, int height, String srcset) {}

    @Override
    public void load() {
        var slug = visit.pathInfo();
        var found = find(slug);
        if (!found.article().getSlug().equals(slug)) {
            throw new MovedException(visit.url(found.article().getPath()));
        }
        show(found, visit::file);
    }

    /**
     * Shows what is being written, just as the public would see it.
     *
     * @param known whether the public sees this very version already
     * @param files where whoever looks at it finds the files of the portal, by their path
     */
    void preview(PublicArticle draft, boolean known, UnaryOperator<String> files) {
        preview = true;
        publicAlready = known;
        show(draft, files);
        bodyHtml = FILE.matcher(bodyHtml)
                .replaceAll(file ->
                        Matcher.quoteReplacement(file.group(1) + Html.escape(files.apply(file.group(2))) + "\""));
    }

    private void show(PublicArticle found, UnaryOperator<String> files) {
        var article = found.article();
        whole = found;
        tags = linkedTags();
        breadcrumb = List.of(
                new Link(visit.text("news.title"), visit.url("/tin-tuc")), new Link(getSectionName(), getSectionUrl()));
        figure = illustration(files);
        bodyHtml = pictures.responsive(found.content().bodyHtml(), files);
        related = service.newestOf(article.getSection(), RELATED + 1).stream()
                .filter(other -> other.getId() != article.getId())
                .limit(RELATED)
                .map(other -> ArticleLine.of(other, visit))
                .toList();
    }

    private PublicArticle find(String slug) {
        try {
            return service.published(slug);
        } catch (MovedException e) {
            throw new MovedException(visit.url(e.url()));
        }
    }

    private PublicArticle whole() {
        if (whole == null) {
            throw new NotFoundException(ArticleService.KIND, visit.pathInfo());
        }
        return whole;
    }

    private Article article() {
        return whole().article();
    }

    private ArticleContent content() {
        return whole().content();
    }

    /** Whether it is looked at before the public sees it. */
    public boolean isPreview() {
        return preview;
    }

    /** Whether what is looked at is what the public sees. */
    public boolean isPublicAlready() {
        return publicAlready;
    }

    public String getTitle() {
        return article().getTitle();
    }

    public String getLead() {
        return article().getLead();
    }

    public String getDescription() {
        return article().getLead();
    }

    public String getBodyHtml() {
        return bodyHtml;
    }

    public Instant getPublishedAt() {
        return article().getPublishedAt();
    }

    /** When the text was last changed, if that was noticeably after it came out. */
    public @Nullable Instant getUpdatedAt() {
        var updated = article().getUpdatedAt();
        return updated.isAfter(getPublishedAt().plusSeconds(3600)) ? updated : null;
    }

    /** Whether it stands in no list any more, and is read as something of the past. */
    public boolean isArchived() {
        return whole().archived() != null;
    }

    /** What is said of that; empty for nothing. */
    public String getArchiveNotice() {
        var notice = whole().archived();
        return notice == null ? "" : notice;
    }

    /** What was put right since it came out, the newest first. */
    public List<Correction> getCorrections() {
        return article().getCorrections();
    }

    public String getSectionName() {
        return article().getSection().getName();
    }

    public String getSectionUrl() {
        return visit.url("/chuyen-muc/" + article().getSection().getSlug());
    }

    public String getAuthor() {
        return article().getAuthor();
    }

    public String getSourceName() {
        return article().getSourceName();
    }

    public String getSourceUrl() {
        return content().sourceUrl();
    }

    public @Nullable Figure getFigure() {
        return figure;
    }

    private @Nullable Figure illustration(UnaryOperator<String> files) {
        var image = article().getImage();
        return image == null
                ? null
                : new Figure(
                        files.apply(image.getPath()),
                        image.getAlt(),
                        image.getCaption(),
                        image.getCredit(),
                        image.getWidth(),
                        image.getHeight(),
                        image.getSrcset(files));
    }

    public List<Link> getTags() {
        return tags;
    }

    private List<Link> linkedTags() {
        return content().tags().stream()
                .flatMap(tag -> book.link(tag, visit).stream())
                .distinct()
                .toList();
    }

    public List<ArticleLine> getRelated() {
        return related;
    }

    public List<Link> getBreadcrumb() {
        return breadcrumb;
    }

    public String getImageUrl() {
        return figure == null ? "" : structured.absolute(figure.url());
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url(article().getPath()));
    }

    public String getJsonLd() {
        var data = structured
                .thing("NewsArticle")
                .add("headline", getTitle())
                .add("description", getLead())
                .add("datePublished", getPublishedAt().toString())
                .add("dateModified", article().getUpdatedAt().toString())
                .add("inLanguage", "vi")
                .add("mainEntityOfPage", getCanonicalUrl())
                .add("articleSection", getSectionName())
                .add("publisher", structured.publisher());
        data.add("author", authors());
        if (figure == null) {
            data.add("image", structured.emblem());
        } else {
            var image = structured.part("ImageObject").add("url", getImageUrl());
            // Of some pictures, such as drawings, the size is not known.
            if (figure.width() > 0 && figure.height() > 0) {
                image.add("width", figure.width()).add("height", figure.height());
            }
            data.add("image", image);
        }
        StructuredData.add(data, "isBasedOn", getSourceUrl());
        var path = new ArrayList<>(getBreadcrumb());
        path.add(new Link(getTitle(), visit.url(article().getPath())));
        return structured.script(data.build()) + structured.breadcrumb(path);
    }

    /** Whoever is named; of a relayed item its source; else the department. */
    private JsonArray authors() {
        var named = Byline.of(getAuthor());
        var authors = structured.list();
        if (named.isEmpty() && getSourceName().isEmpty()) {
            return authors.add(structured.publisher()).build();
        }
        (named.isEmpty() ? List.of(new Byline(getSourceName(), false)) : named)
                .forEach(author -> authors.add(structured
                        .part(author.isPerson() ? "Person" : "Organization")
                        .add("name", author.name())));
        return authors.build();
    }
}
