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

/** {@code /dang-nhap/xac-thuc}: the second step of signing in, for those who have set one up. */
@Door(
        path = SecondFactorServlet.PATH,
        methods = {Method.GET, Method.POST},
        parameters = Next.PARAMETER,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({SecondFactorServlet.PATH, "/en" + SecondFactorServlet.PATH})
public class SecondFactorServlet extends HttpServlet {

    static final String PATH = "/dang-nhap/xac-thuc";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CODE = 40;
    private static final int UNPROCESSABLE = 422;

    /** Codes are counted apart from passwords: who has the password has not the telephone. */
    private static final String CODES = "code ";

    @Inject
    transient UserService users;

    @Inject
    transient SecondFactors factors;

    @Inject
    transient SignInGuard guard;

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
        var pending = pending(request);
        if (pending == null) {
            backToTheForm(response);
        } else {
            show(pending, null, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pending = pending(request);
        if (pending == null) {
            backToTheForm(response);
            return;
        }
        var name = pending.proof().name();
        var address = forwarded.client(request);
        if (!guard.admits(CODES + name, address)) {
            response.setStatus(UNPROCESSABLE);
            show(pending, SecondFactorPage.Problem.SLOW_CODE, response);
            return;
        }
        var typed = Text.cut(Objects.requireNonNullElse(request.getParameter("code"), ""), LONGEST_CODE);
        if (!guard.tried(CODES + name, address, () -> users.takeCode(pending.proof(), typed))) {
            audit.failed("SecondFactor", name, address);
            response.setStatus(UNPROCESSABLE);
            show(pending, SecondFactorPage.Problem.CODE, response);
            return;
        }
        guard.succeeded(CODES + name, address);
        if (entrance.enter(pending.proof(), true, request, response)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Next.url(visit));
        } else {
            backToTheForm(response);
        }
    }

    private @Nullable Pending pending(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(Pending.NAME) instanceof Pending pending
                        && pending.holds(clock.instant())
                ? pending
                : null;
    }

    private void backToTheForm(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(Next.after(SignInServlet.PATH, visit)));
    }

    private void show(Pending pending, SecondFactorPage.@Nullable Problem problem, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var page = new SecondFactorPage(
                visit.url(Next.after(PATH, visit)),
                visit.url(Next.after(PasskeyServlet.PATH, visit)),
                users.hasTotp(pending.proof()),
                users.hasPasskey(pending.proof()),
                problem);
        views.show("xac-thuc", Map.of("page", page), response);
    }
}
