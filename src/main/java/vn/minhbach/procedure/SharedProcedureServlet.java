package vn.minhbach.procedure;

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
 * {@code /xem-truoc-thu-tuc}: where a secret link leads by which a reader without an account sees a procedure that is being edited, as it
 * is now. The secret stands in the query, which no log writes down.
 */
@Door(
        path = SharedProcedureServlet.PATH,
        parameters = {SharedProcedureServlet.SECRET, ProcedurePage.CHANNEL},
        permission = Permission.READ_PUBLIC,
        unlisted = true,
        english = true)
@WebServlet({SharedProcedureServlet.PATH, "/en" + SharedProcedureServlet.PATH})
public class SharedProcedureServlet extends HttpServlet {

    static final String PATH = "/xem-truoc-thu-tuc";
    static final String SECRET = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedurePreviewService previews;

    @Inject
    transient ProcedurePage page;

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
        page.preview(
                shared(secret),
                false,
                visit.url(PATH) + "?" + SECRET + "=" + secret,
                path -> visit.file(SharedFormServlet.link(path, secret)));
        views.show("thu-tuc", Map.of("page", page), response);
    }

    private Procedure shared(String secret) {
        try {
            return previews.shared(secret);
        } catch (MovedException e) {
            throw new MovedException(visit.url(e.url()));
        }
    }
}
