package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        parameters = Next.PARAMETER,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({SignInServlet.PATH, "/en" + SignInServlet.PATH})
public class SignInServlet extends HttpServlet {

    static final String PATH = "/dang-nhap";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient UserService users;

    @Inject
    transient SignIns signIns;

    @Inject
    transient SignInGuard guard;

    @Inject
    transient SignInForm form;

    @Inject
    transient Entrance entrance;

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
        show("", null, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Text.line(Text.cut(given(request, "name"), LONGEST_NAME));
        var password = Text.cut(given(request, "password"), LONGEST_PASSWORD);
        var address = forwarded.client(request);
        if (!guard.admits(name, address)) {
            fail(name, SignInPage.Problem.SLOW, response);
            return;
        }
        var proof =
                guard.tried(name, address, () -> signIns.prove(name, password)).orElse(null);
        if (proof != null && users.hasSecondFactor(proof)) {
            // Who has the password only goes no further; that they have it is no failure.
            guard.succeeded(name, address);
            askForMore(proof, request, response);
            return;
        }
        if (proof == null || !entrance.enter(proof, false, request, response)) {
            // What was typed into the field of the name may be a password: written down is only the name of an account.
            audit.failed("", users.isKnown(name) ? name : StrangerAudit.UNKNOWN, address);
            fail(name, SignInPage.Problem.FAILED, response);
            return;
        }
        guard.succeeded(name, address);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", users.mustSetUp(proof) ? visit.url(Next.ACCOUNT) : Next.url(visit));
    }

    private void askForMore(SignIns.Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var session = Entrance.fresh(request);
        session.setMaxInactiveInterval(Math.toIntExact(Pending.HOLDS.toSeconds()));
        session.setAttribute(Pending.NAME, new Pending(proof, clock.instant()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(Next.after(SecondFactorServlet.PATH, visit)));
    }

    private void fail(String name, SignInPage.Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(UNPROCESSABLE);
        show(name, problem, response);
    }

    private void show(String name, SignInPage.@Nullable Problem problem, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        views.show("dang-nhap", Map.of("page", form.page(name, problem)), response);
    }

    private static String given(HttpServletRequest request, String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }
}
