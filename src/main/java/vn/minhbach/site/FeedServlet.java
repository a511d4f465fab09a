package vn.minhbach.site;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.minhbach.access.Permission;
import vn.minhbach.article.Article;
import vn.minhbach.article.ArticleService;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** {@code /feed/<section>.atom} and {@code .rss}: the newest articles of a section; "tin-tuc" stands for all sections. */
@Door(path = "/feed/{file}", permission = Permission.READ_PUBLIC)
@WebServlet("/feed/*")
public class FeedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 30;
    private static final Pattern NAME = Pattern.compile("/([a-z0-9-]{1,120})\\.(atom|rss)");

    @Inject
    transient ArticleService articles;

    @Inject
    transient Site site;

    @Inject
    transient StructuredData structured;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var name = NAME.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!name.matches()) {
            throw new NotFoundException("feed", String.valueOf(request.getPathInfo()));
        }
        var atom = name.group(2).equals("atom");
        var slug = name.group(1);
        var feed = new SyndFeedImpl();
        feed.setFeedType(atom ? "atom_1.0" : "rss_2.0");
        List<Article> items;
        if (slug.equals("tin-tuc")) {
            items = articles.newest(0, SIZE).items();
            feed.setTitle(site.getName());
            feed.setDescription(site.getName());
            feed.setLink(structured.absolute(visit.url("/tin-tuc")));
        } else {
            var section = articles.section(slug);
            items = articles.newestOf(section, 0, SIZE).items();
            feed.setTitle(section.getName() + " – " + site.getName());
            feed.setDescription(section.getDescription().isEmpty() ? section.getName() : section.getDescription());
            feed.setLink(structured.absolute(visit.url("/chuyen-muc/" + slug)));
        }
        feed.setUri(feed.getLink());
        feed.setLanguage("vi");
        feed.setEncoding("UTF-8");
        feed.setPublishedDate(items.isEmpty() ? new Date(0) : date(items.getFirst()));
        feed.setEntries(items.stream().map(this::entry).toList());
        response.setContentType((atom ? "application/atom+xml" : "application/rss+xml") + ";charset=UTF-8");
        try {
            new SyndFeedOutput().output(feed, response.getWriter());
        } catch (FeedException e) {
            throw new ServletException(e);
        }
    }

    private SyndEntry entry(Article article) {
        var entry = new SyndEntryImpl();
        entry.setTitle(article.getTitle());
        entry.setLink(structured.absolute(visit.url(article.getPath())));
        entry.setUri(entry.getLink());
        entry.setAuthor(article.getAuthor());
        entry.setPublishedDate(date(article));
        entry.setUpdatedDate(Date.from(article.getUpdatedAt()));
        var lead = new SyndContentImpl();
        lead.setType("text/plain");
        lead.setValue(article.getLead());
        entry.setDescription(lead);
        return entry;
    }

    private static Date date(Article article) {
        return Date.from(article.getPublishedAt());
    }
}
