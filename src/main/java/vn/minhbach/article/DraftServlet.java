package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /quan-tri/bai-viet/ban-nhap}: the newest version of an article in the public view itself, for members of the board. The screen
 * of {@link ArticlePreviewPage} shows it in a frame as wide as a desk's screen or a phone's.
 */
@Door(
        path = DraftServlet.PATH,
        parameters = ArticleEditPage.ARTICLE,
        permission = Permission.WRITE_ARTICLES,
        unlisted = true,
        english = true)
@WebServlet({DraftServlet.PATH, "/en" + DraftServlet.PATH})
public class DraftServlet extends HttpServlet {

    static final String PATH = ArticlesDeskPage.PATH + "/ban-nhap";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ArticlePreviewService previews;

    @Inject
    transient ArticlePage page;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var given = visit.parameter(ArticleEditPage.ARTICLE);
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        var id = Long.parseLong(given);
        page.preview(previews.draft(id), previews.isPublic(id), visit::file);
        views.show("bai-viet", Map.of("page", page), response);
    }
}
