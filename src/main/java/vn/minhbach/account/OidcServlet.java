package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /dang-nhap/oidc}: sends somebody to the department's server to show who they are, see {@link OidcBackServlet}. It is pressed on our
 * own form and nowhere else, so no other site begins a sign-in for anybody. The browser is sent on by a page, since the policy of
 * the form lets it go to no other site.
 */
@Door(
        path = OidcServlet.PATH,
        methods = {Method.GET, Method.POST},
        parameters = Next.PARAMETER,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({OidcServlet.PATH, "/en" + OidcServlet.PATH})
public class OidcServlet extends HttpServlet {

    static final String PATH = "/dang-nhap/oidc";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OidcServlet.class.getName());
    private static final int MOST_IN_AN_HOUR = 200;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient OidcSettings settings;

    @Inject
    transient OidcServer server;

    @Inject
    transient SignInForm form;

    @Inject
    transient Throttle throttle;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    /** Whoever comes by a link or reloads is shown the form. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(Next.after(SignInServlet.PATH, visit)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (throttle.tooOften("oidc", forwarded.client(request), MOST_IN_AN_HOUR)) {
            response.setStatus(UNPROCESSABLE);
            views.show("dang-nhap", Map.of("page", form.page("", SignInPage.Problem.SLOW)), response);
            return;
        }
        try {
            var attempt = server.attempt(Next.url(visit));
            var question = server.question(attempt);
            var session = Entrance.fresh(request);
            session.setMaxInactiveInterval(Math.toIntExact(OidcAttempt.HOLDS.toSeconds()));
            session.setAttribute(OidcAttempt.NAME, attempt);
            views.show(
                    "chuyen-dang-nhap",
                    Map.of("page", new OidcForwardPage(OidcForwardPage.Way.IN, question)),
                    response);
        } catch (OidcException e) {
            LOG.log(Level.WARNING, "Sign-in by OpenID Connect", e);
            response.setStatus(UNPROCESSABLE);
            views.show("dang-nhap", Map.of("page", form.page("", SignInPage.Problem.OIDC)), response);
        }
    }
}
