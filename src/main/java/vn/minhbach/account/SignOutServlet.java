package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/** Ends the session of a member of staff, and the one at the department's server by which they got in. */
@Door(path = SignOutServlet.PATH, methods = Method.POST, permission = Permission.OWN_ACCOUNT, english = true)
@WebServlet({SignOutServlet.PATH, "/en" + SignOutServlet.PATH})
public class SignOutServlet extends HttpServlet {

    static final String PATH = "/quan-tri/dang-xuat";

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentActor actors;

    @Inject
    transient OpenSignIns open;

    @Inject
    transient Audit audit;

    @Inject
    transient OidcServer server;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        audit.noted(actors.get(), new Audit.Deed("SIGN_OUT", "", ""));
        request.logout();
        var farewell = "";
        var session = request.getSession(false);
        if (session != null) {
            if (session.getAttribute(Entrance.SECRET) instanceof String secret) {
                open.end(secret);
            }
            if (session.getAttribute(OidcBackServlet.TOKEN) instanceof String token) {
                farewell = server.farewell(token).orElse("");
            }
            session.invalidate();
        }
        if (farewell.isEmpty()) {
            response.sendRedirect(visit.url("/"));
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        views.show(
                "chuyen-dang-nhap", Map.of("page", new OidcForwardPage(OidcForwardPage.Way.OUT, farewell)), response);
    }
}
