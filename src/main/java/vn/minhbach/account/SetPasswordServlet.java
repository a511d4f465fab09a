package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /dat-mat-khau}: where a link leads by which somebody chooses a password. Opening it uses nothing up, since programs that look
 * through mail open links as well; only the password that is sent does.
 */
@Door(
        path = SetPasswordServlet.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {SetPasswordServlet.SECRET, SetPasswordServlet.DONE},
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({SetPasswordServlet.PATH, "/en" + SetPasswordServlet.PATH})
public class SetPasswordServlet extends HttpServlet {

    static final String PATH = "/dat-mat-khau";
    static final String SECRET = "ma";
    static final String DONE = "xong";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int LONGEST_SECRET = 100;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient UserService users;

    @Inject
    transient Passwords passwords;

    @Inject
    transient Audit audit;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    /** The address of a link, without the portal's own. */
    public static String link(String secret) {
        return PATH + "?" + SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (visit.parameter(DONE).equals("1")) {
            show(SetPasswordPage.State.DONE, "", null, response);
        } else {
            showForm(null, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var password = given(request, "password");
        if (!password.equals(given(request, "again"))) {
            showForm(SetPasswordPage.Problem.DIFFERENT, response);
            return;
        }
        try {
            var name = users.choosePassword(secret(), password).orElse("");
            if (name.isEmpty()) {
                showForm(null, response);
                return;
            }
            audit.noted(
                    new Actor(name, Set.of()),
                    new Audit.Deed("SET_PASSWORD", "", name + " · " + forwarded.client(request)));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", visit.url(PATH + "?" + DONE + "=1"));
        } catch (WeakPasswordException e) {
            showForm(SetPasswordPage.Problem.of(e), response);
        }
    }

    private void showForm(SetPasswordPage.@Nullable Problem problem, HttpServletResponse response) throws IOException {
        var user = users.invited(secret()).orElse(null);
        if (problem != null) {
            response.setStatus(UNPROCESSABLE);
        }
        if (user == null) {
            response.setStatus(HttpServletResponse.SC_GONE);
            show(SetPasswordPage.State.ENDED, "", null, response);
        } else {
            show(SetPasswordPage.State.OPEN, user.getName(), problem, response);
        }
    }

    private void show(
            SetPasswordPage.State state,
            String name,
            SetPasswordPage.@Nullable Problem problem,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // The secret stands in the address, which nobody is to be told, not even our own files. (Browsers take
        // "no-referrer" to mean that a
        // form does not say where it comes from either, and then it is refused.)
        response.setHeader("Referrer-Policy", "strict-origin");
        var page = new SetPasswordPage(
                state, name, visit.url(visit.getPath()), visit.words().number(passwords.getShortest()), problem);
        views.show("dat-mat-khau", Map.of("page", page), response);
    }

    private String secret() {
        return Text.cut(visit.parameter(SECRET), LONGEST_SECRET);
    }

    private static String given(HttpServletRequest request, String parameter) {
        return Text.cut(Objects.requireNonNullElse(request.getParameter(parameter), ""), LONGEST_PASSWORD);
    }
}
