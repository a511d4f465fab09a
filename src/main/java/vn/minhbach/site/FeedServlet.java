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
import java.util.Objects;
import java.util.regex.Pattern;
import vn.minhbach.access.Permission;
import vn.minhbach.article.Article;
import vn.minhbach.article.ArticleService;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Visit;

/** {@code /feed/<section>.atom} and {@code .rss}: the newest articles of a section; "tin-tuc" stands for all sections. */
@Door(path = "/feed/{file}", permission = Permission.READ_PUBLIC)
@WebServlet("/feed/*")
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 30;
    private static final String ALL = "tin-tuc";
    private static final Pattern NAME = Pattern.compile("/([a-z0-9-]{1,120})\\.(atom|rss)");

    @Inject
    transient ArticleService articles;

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
        var format = Feed.Format.valueOf(name.group(2).toUpperCase(Locale.ROOT));
        var feed = name.group(1).equals(ALL) ? all() : ofSection(name.group(1));
        response.setContentType(format.mediaType() + ";charset=UTF-8");
        try {
            feed.write(format, portal.absolute(visit.file("/feed" + place)), response.getWriter());
        } catch (FeedException e) {
            throw new ServletException(e);
        }
    }

    private Feed all() {
        return feed(
                ALL,
                site.getName(),
                site.getName(),
                "/tin-tuc",
                articles.newest(0, SIZE).items());
    }

    private Feed ofSection(String slug) {
        var section = articles.section(slug);
        return feed(
                slug,
                section.getName() + " – " + site.getName(),
                section.getDescription().isEmpty() ? section.getName() : section.getDescription(),
                "/chuyen-muc/" + slug,
                articles.newestOf(section, 0, SIZE).items());
    }

    private Feed feed(String slug, String title, String description, String path, List<Article> items) {
        return new Feed(
                ids.feed(slug),
                title,
                description,
                portal.absolute(visit.url(path)),
                site.getName(),
                items.stream()
                        .map(Article::getUpdatedAt)
                        .max(Comparator.naturalOrder())
                        // Of an empty list nothing is known but that it was empty when the portal began.
                        .orElse(Objects.requireNonNullElse(site.getLastUpdated(), started)),
                items.stream().map(this::entry).toList());
    }

    private Feed.Entry entry(Article article) {
        return new Feed.Entry(
                ids.entry(article.getPath()),
                article.getTitle(),
                portal.absolute(visit.url(article.getPath())),
                article.getAuthor(),
                article.getLead(),
                Objects.requireNonNullElse(article.getPublishedAt(), article.getUpdatedAt()),
                article.getUpdatedAt());
    }
}
