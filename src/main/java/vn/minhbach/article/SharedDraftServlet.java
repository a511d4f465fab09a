package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.MovedException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /xem-truoc}: where a secret link leads by which a reader without an account sees what is being written, as it is now. The secret
 * stands in the query, which no log writes down.
 */
@Door(
        path = SharedDraftServlet.PATH,
        parameters = SharedDraftServlet.SECRET,
        permission = Permission.READ_PUBLIC,
        unlisted = true,
        english = true)
@WebServlet({SharedDraftServlet.PATH, "/en" + SharedDraftServlet.PATH})
public class SharedDraftServlet extends HttpServlet {

    static final String PATH = "/xem-truoc";
    static final String SECRET = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ArticlePreviewService previews;

    @Inject
    transient ArticlePage page;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    /** The address of a link, without the portal's own. */
    static String link(String secret) {
        return PATH + "?" + SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var secret = visit.parameter(SECRET);
        page.preview(shared(secret), false, path -> visit.file(SharedFileServlet.link(path, secret)));
        views.show("bai-viet", Map.of("page", page), response);
    }

    private PublicArticle shared(String secret) {
        try {
            return previews.shared(secret);
        } catch (MovedException e) {
            throw new MovedException(visit.url(e.url()));
        }
    }
}
