package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/** {@code /dang-nhap}: where staff sign in. A wrong password leaves the name in the form; nothing is kept of strangers. */
@Door(
        path = SignInServlet.PATH,
        methods = {Method.GET, Method.POST},
        parameters = SignInServlet.NEXT,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({SignInServlet.PATH, "/en" + SignInServlet.PATH})
public class SignInServlet extends HttpServlet {

    static final String PATH = "/dang-nhap";

    /** Where to go once signed in. */
    static final String NEXT = "tiep";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignInServlet.class.getName());
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient UserService users;

    @Inject
    transient SignInGuard guard;

    @Inject
    transient Audit audit;

    @Inject
    transient SecurityContext security;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new SignInPage("", action(), null), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Text.line(Text.cut(given(request, "name"), LONGEST_NAME));
        var password = Text.cut(given(request, "password"), LONGEST_PASSWORD);
        var address = forwarded.client(request);
        if (guard.blocked(name, address)) {
            fail(name, SignInPage.Problem.SLOW, response);
            return;
        }
        var stamp = users.signIn(name, password);
        // What was typed into the field of the name may be a password: written down is only the name of an account.
        var known = users.isKnown(name) ? name : "?";
        var deed = new Audit.Deed("SIGN_IN", "", known + " · " + address);
        if (stamp.isEmpty()) {
            guard.failed(name, address);
            audit.refused(Actor.NOBODY, deed);
            LOG.log(Level.INFO, "Sign-in failed: {0} from {1}", new Object[] {known, address});
            fail(name, SignInPage.Problem.FAILED, response);
            return;
        }
        guard.succeeded(name, address);
        enter(name, stamp, request, response);
        audit.noted(new Actor(name, Set.of()), deed);
        LOG.log(Level.INFO, "Signed in: {0} from {1}", new Object[] {name, address});
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next());
    }

    /** Opens a session that nobody could have known before. */
    private void enter(String name, OptionalLong stamp, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            forget(request);
            old.invalidate();
        }
        var session = request.getSession(true);
        var status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new PortalSignIn.Proven(name))
                        .newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("The server refused the sign-in: " + status);
        }
        session.setAttribute(SignedInActor.STAMP, stamp.getAsLong());
        request.changeSessionId();
    }

    /** Whoever the server still takes the request for: it would not ask who signs in now, and would forget them with the request. */
    private static void forget(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException("The server does not let go of who was signed in", e);
        }
    }

    private void fail(String name, SignInPage.Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(UNPROCESSABLE);
        show(new SignInPage(name, action(), problem), response);
    }

    private void show(SignInPage page, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        views.show("dang-nhap", Map.of("page", page), response);
    }

    private static String given(HttpServletRequest request, String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }

    /** An address of the back office, never one of another site. */
    private String next() {
        var wanted = visit.parameter(NEXT);
        return visit.url(wanted.matches("/quan-tri(/[a-z0-9/-]*)?(\\?[\\p{Graph}&&[^\\\\]]*)?") ? wanted : "/quan-tri");
    }

    private String action() {
        return visit.url(visit.getPath());
    }
}
