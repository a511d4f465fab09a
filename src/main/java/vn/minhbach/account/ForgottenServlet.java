package vn.minhbach.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.mail.Outbox;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /quen-mat-khau}: where somebody asks for a link to choose another password. Whoever is named, the answer is the same and takes
 * the same time: a job is put by whether there is such an account or not, and only the job sends a letter.
 */
@Door(
        path = ForgottenServlet.PATH,
        methods = {Method.GET, Method.POST},
        parameters = ForgottenServlet.ASKED,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({ForgottenServlet.PATH, "/en" + ForgottenServlet.PATH})
public class ForgottenServlet extends HttpServlet {

    static final String PATH = "/quen-mat-khau";
    static final String ASKED = "xong";

    private static final long serialVersionUID = 1L;

    /** A whole office may sit behind one address. */
    private static final int MOST_IN_AN_HOUR = 20;

    @Inject
    transient ResetService resets;

    @Inject
    transient Throttle throttle;

    @Inject
    transient Outbox outbox;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Inject
    transient Views views;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        views.show("quen-mat-khau", Map.of("page", new ForgottenPage(state(), visit.url(PATH))), response);
    }

    private ForgottenPage.State state() {
        if (!outbox.isOn()) {
            return ForgottenPage.State.NO_MAIL;
        }
        return visit.parameter(ASKED).equals("1") ? ForgottenPage.State.ASKED : ForgottenPage.State.OPEN;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed =
                Text.line(Text.cut(Objects.requireNonNullElse(request.getParameter("name"), ""), ResetService.LONGEST));
        var address = forwarded.client(request);
        if (typed.isEmpty()) {
            seeOther(PATH, response);
            return;
        }
        // Who asks too often is told the same: it is told to no one whether a letter goes out.
        if (outbox.isOn() && !throttle.tooOften("reset", address, MOST_IN_AN_HOUR)) {
            resets.ask(typed, address);
        }
        seeOther(PATH + "?" + ASKED + "=1", response);
    }

    private void seeOther(String place, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(place));
    }
}
