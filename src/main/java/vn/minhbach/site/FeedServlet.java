package vn.minhbach.site;

import com.rometools.rome.io.FeedException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.Article;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.inbox.Publication;
import vn.minhbach.inbox.PublishedAnswers;
import vn.minhbach.inbox.SubmissionKind;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Visit;

/**
 * {@code /feed/<section>.atom} and {@code .rss}: the newest articles of a section; "tin-tuc" stands for all sections, "hoi-dap" for answered
 * questions and "phan-anh" for results of feedback. Readers are told of
 * articles there; {@code /feed/toan-van/<section>.atom} and {@code .rss} hold them whole, for the province and others who relay the
 * department's news.
 */
@Door(path = "/feed/{file}", permission = Permission.READ_PUBLIC)
@Door(path = "/feed/toan-van/{file}", permission = Permission.READ_PUBLIC)
@WebServlet("/feed/*")
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 30;
    private static final String ALL = "tin-tuc";
    private static final String QUESTIONS = "hoi-dap";
    private static final String FEEDBACK = "phan-anh";
    private static final int LONGEST_SUMMARY = 600;
    private static final Pattern NAME = Pattern.compile("(/toan-van)?/([a-z0-9-]{1,120})\\.(atom|rss)");

    @Inject
    transient ArticleService articles;

    @Inject
    transient PublishedAnswers answers;

    @Inject
    transient Site site;

    @Inject
    transient FeedIds ids;

    @Inject
    transient PortalUrl portal;

    @Inject
    transient Visit visit;

    @Inject
    transient Clock clock;

    private transient Instant started = Instant.EPOCH;

    @Override
    public void init() {
        started = clock.instant();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var place = String.valueOf(request.getPathInfo());
        var name = NAME.matcher(place);
        if (!name.matches()) {
            throw new NotFoundException("feed", place);
        }
        var format = Feed.Format.valueOf(name.group(3).toUpperCase(Locale.ROOT));
        var whole = name.group(1) != null;
        var feed = feed(name.group(2), whole);
        response.setContentType(format.mediaType() + ";charset=UTF-8");
        try {
            feed.write(format, portal.absolute(visit.file("/feed" + place)), response.getWriter());
        } catch (FeedException e) {
            throw new ServletException(e);
        }
    }

    private Feed feed(String slug, boolean whole) {
        return switch (slug) {
            case ALL -> all(whole);
            case QUESTIONS -> ofInbox(slug, "inbox.public", SubmissionKind.Form.QUESTION, whole);
            case FEEDBACK -> ofInbox(slug, "inbox.results", SubmissionKind.Form.FEEDBACK, whole);
            default -> ofSection(slug, whole);
        };
    }

    /** What was answered last, as everybody may read it; nobody relays it whole. */
    private Feed ofInbox(String slug, String key, SubmissionKind.Form form, boolean whole) {
        if (whole) {
            throw new NotFoundException("feed", slug);
        }
        var found = answers.newest(form, SIZE);
        return new Feed(
                ids.feed(slug),
                visit.text(key + ".title") + " – " + site.getName(),
                visit.text(key + ".text"),
                portal.absolute(visit.url("/" + slug)),
                site.getName(),
                found.stream()
                        .map(Publication::getPublishedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Objects.requireNonNullElse(site.getLastUpdated(), started)),
                found.stream()
                        .map(each -> new Feed.Entry(
                                ids.entry("answer", each.getId()),
                                each.getTitle(),
                                portal.absolute(visit.url(each.getPath())),
                                "",
                                Text.shorten(Text.line(each.getAnswerText()), LONGEST_SUMMARY),
                                each.getAnsweredAt(),
                                each.getPublishedAt(),
                                null))
                        .toList());
    }

    private Feed all(boolean whole) {
        return feed(
                whole,
                ALL,
                site.getName(),
                site.getName(),
                "/tin-tuc",
                articles.newest(0, SIZE).items());
    }

    private Feed ofSection(String slug, boolean whole) {
        var section = articles.section(slug);
        return feed(
                whole,
                slug,
                section.getName() + " – " + site.getName(),
                section.getDescription().isEmpty() ? section.getName() : section.getDescription(),
                "/chuyen-muc/" + slug,
                articles.newestOf(section, 0, SIZE).items());
    }

    private Feed feed(boolean whole, String slug, String title, String description, String path, List<Article> items) {
        var contents =
                whole ? articles.contents(items.stream().map(Article::getId).toList()) : Map.<Long, ArticleContent>of();
        return new Feed(
                ids.feed(whole ? "toan-van/" + slug : slug),
                title,
                description,
                portal.absolute(visit.url(path)),
                site.getName(),
                items.stream()
                        .map(Article::getUpdatedAt)
                        .max(Comparator.naturalOrder())
                        // Of an empty list nothing is known but that it was empty when the portal began.
                        .orElse(Objects.requireNonNullElse(site.getLastUpdated(), started)),
                items.stream()
                        .map(article -> entry(article, contents.get(article.getId())))
                        .toList());
    }

    private Feed.Entry entry(Article article, @Nullable ArticleContent content) {
        return new Feed.Entry(
                ids.entry("article", article.getId()),
                article.getTitle(),
                portal.absolute(visit.url(article.getPath())),
                article.getAuthor(),
                article.getLead(),
                article.getPublishedAt(),
                article.getUpdatedAt(),
                content == null ? null : full(article, content));
    }

    private Feed.Full full(Article article, ArticleContent content) {
        var image = article.getImage();
        var picture = image == null
                ? ""
                : "<figure><img src=\"" + Html.escape(image.getPath()) + "\" alt=\"" + Html.escape(image.getAlt())
                        + "\">"
                        + (image.getCaption().isEmpty()
                                ? ""
                                : "<figcaption>" + Html.escape(image.getCaption()) + "</figcaption>")
                        + "</figure>";
        return new Feed.Full(
                Html.absolute(picture + content.bodyHtml(), portal.absolute(visit.file("/"))),
                article.getSection().getName(),
                content.sourceName(),
                content.sourceUrl());
    }
}
