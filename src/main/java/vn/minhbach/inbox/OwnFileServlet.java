package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/**
 * Hands a file back to whoever sent it, who shows code and contact as on {@code /tra-cuu}: both travel in the body of the form. Whether there is no
 * such submission, no such file in it, or the contact is another's, is answered alike.
 */
@Door(
        path = OwnFileServlet.PATH,
        methods = Method.POST,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({OwnFileServlet.PATH, "/en" + OwnFileServlet.PATH})
public class OwnFileServlet extends HttpServlet {

    static final String PATH = TrackPage.PATH + "/tep";

    /** The number of the file. */
    static final String FILE = "so";

    private static final int TOO_MANY = 429;
    private static final int LONGEST = 300;
    private static final long serialVersionUID = 1L;

    @Inject
    transient EnclosureService service;

    @Inject
    transient EnclosureDelivery delivery;

    @Inject
    transient CodeTries tries;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (tries.take(request, line(request.getParameter("ma-so"))).isPositive()) {
            response.sendError(TOO_MANY);
            return;
        }
        var number = line(request.getParameter(FILE));
        var opened = service.open(
                line(request.getParameter("ma-so")),
                line(request.getParameter("lien-he")),
                number.matches("\\d{1,18}") ? Long.parseLong(number) : 0);
        if (opened.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        tries.known(request, line(request.getParameter("ma-so")));
        delivery.send(opened.get(), response);
    }

    private static String line(@org.jspecify.annotations.Nullable String given) {
        return given == null ? "" : Text.cut(Text.line(given), LONGEST);
    }
}
