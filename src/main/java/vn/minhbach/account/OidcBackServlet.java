package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /dang-nhap/oidc/ve}: where the department's server sends a browser back to. Only the browser that was sent has the attempt in its
 * session, only once, and only the answer to that attempt is taken.
 */
@Door(
        path = OidcBackServlet.PATH,
        parameters = {OidcBackServlet.CODE, OidcBackServlet.STATE, OidcBackServlet.ISSUER, Next.PARAMETER},
        permission = Permission.READ_PUBLIC,
        cached = false)
@WebServlet(OidcBackServlet.PATH)
public class OidcBackServlet extends HttpServlet {

    static final String PATH = OidcServlet.PATH + "/ve";
    static final String CODE = "code";
    static final String STATE = "state";
    static final String ISSUER = "iss";

    /** Session attribute: the statement by which somebody signed in. */
    static final String TOKEN = "account.oidc.token";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OidcBackServlet.class.getName());
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient OidcSettings settings;

    @Inject
    transient OidcServer server;

    @Inject
    transient OidcAccounts accounts;

    @Inject
    transient UserService users;

    @Inject
    transient Entrance entrance;

    @Inject
    transient SignInForm form;

    @Inject
    transient StrangerAudit audit;

    @Inject
    transient Clock clock;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "strict-origin");
        var attempt = attempt(request);
        if (attempt == null) {
            refuse("nobody was sent from here, or too long ago", request, response);
            return;
        }
        if (visit.parameter(CODE).isEmpty()) {
            refuse("the server says no", request, response);
            return;
        }
        try {
            letIn(server.person(attempt, visit.parameter(CODE), visit.parameter(ISSUER)), attempt, request, response);
        } catch (OidcException e) {
            LOG.log(Level.FINE, "Sign-in by OpenID Connect", e);
            refuse(String.valueOf(e.getMessage()), request, response);
        }
    }

    /** The attempt to which this is the answer; whatever comes of it, it is used up. */
    private @Nullable OidcAttempt attempt(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(OidcAttempt.NAME) instanceof OidcAttempt attempt)) {
            return null;
        }
        if (!same(attempt.state(), visit.parameter(STATE))) {
            return null;
        }
        session.removeAttribute(OidcAttempt.NAME);
        return attempt.holds(clock.instant()) ? attempt : null;
    }

    private void letIn(OidcPerson person, OidcAttempt attempt, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            accounts.follow(person);
        } catch (RuleBrokenException e) {
            LOG.log(Level.WARNING, "Roles were left as they are: {0}", e.getMessage());
        }
        var proof = accounts.proof(person).orElse(null);
        if (proof == null) {
            refuse("no open account", request, response);
            return;
        }
        if (!settings.asksForMore() && users.hasSecondFactor(proof)) {
            var session = Entrance.fresh(request);
            session.setMaxInactiveInterval(Math.toIntExact(Pending.HOLDS.toSeconds()));
            session.setAttribute(Pending.NAME, new Pending(proof, clock.instant()));
            seeOther(
                    visit.url(SecondFactorServlet.PATH + "?" + Next.PARAMETER + "=" + Visit.encode(attempt.next())),
                    response);
            return;
        }
        if (!entrance.enter(proof, settings.asksForMore(), request, response)) {
            refuse("no open account", request, response);
            return;
        }
        request.getSession().setAttribute(TOKEN, person.token());
        seeOther(
                !settings.asksForMore() && users.mustSetUp(proof) ? visit.url(Next.ACCOUNT) : attempt.next(), response);
    }

    /** Whom the server meant, is told nobody: there may be no such account. */
    private void refuse(String why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = forwarded.client(request);
        audit.failed("OpenIdConnect", StrangerAudit.UNKNOWN, address, why);
        response.setStatus(UNPROCESSABLE);
        views.show("dang-nhap", Map.of("page", form.page("", SignInPage.Problem.OIDC)), response);
    }

    private static void seeOther(String url, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", url);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
