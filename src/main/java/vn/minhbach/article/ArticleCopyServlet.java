package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/**
 * Keeps what is typed into the form of an article while it is typed; {@code desk.js} sends it every few seconds. Answers with the
 * moment at which it was kept; 403 if the session has ended, and then the browser keeps it.
 */
@Door(
        path = ArticleCopyServlet.PATH,
        methods = Method.POST,
        permission = Permission.WRITE_ARTICLES,
        longestBody = ArticleEditPage.LONGEST)
@WebServlet(ArticleCopyServlet.PATH)
public class ArticleCopyServlet extends HttpServlet {

    static final String PATH = ArticlesDeskPage.PATH + "/giu-ban-soan";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ArticleDeskService desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var base = given(request, "base");
        var form = new ArticleForm();
        ArticleForm.FIELDS.forEach(name -> form.set(name, given(request, name)));
        try {
            var kept = desk.keepUnsaved(
                    given(request, "key"),
                    base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0,
                    form.getTitle(),
                    form.written());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(Time.minute(kept.keptAt()));
        } catch (RuleBrokenException e) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (NotFoundException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String given(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
