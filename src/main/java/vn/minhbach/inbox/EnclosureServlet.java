package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/**
 * {@code /quan-tri/hop-thu/tep}: a file of a submission for the staff that reads it; with a page, that page of a PDF as a picture; with {@code che},
 * the masked picture that was made of it. Every look at a file stands in the audit, and it is kept nowhere on the way.
 */
@Door(
        path = EnclosureServlet.PATH,
        parameters = {InboxItemPage.NUMBER, EnclosureServlet.FILE, EnclosureServlet.PAGE, EnclosureServlet.MASKED},
        permission = Permission.READ_INBOX)
@WebServlet(EnclosureServlet.PATH)
public class EnclosureServlet extends HttpServlet {

    static final String PATH = InboxPage.PATH + "/tep";
    static final String FILE = "so";
    static final String PAGE = "trang";
    static final String MASKED = "che";

    private static final long serialVersionUID = 1L;

    @Inject
    transient EnclosureDeskService desk;

    @Inject
    transient EnclosureDelivery delivery;

    @Inject
    transient EnclosureMasks masks;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = number(visit.parameter(InboxItemPage.NUMBER));
        var file = number(visit.parameter(FILE));
        var page = (int) number(visit.parameter(PAGE));
        var unit = desk.unit(id);
        if (!visit.parameter(MASKED).isEmpty()) {
            var masked = desk.openMasked(id, file, Math.max(1, page));
            if (masked.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                delivery.send(masked.get(), response);
            }
            return;
        }
        var opened = desk.open(id, unit, file);
        if (page == 0) {
            delivery.send(opened, response);
            return;
        }
        try (var painted = masks.shown(opened, page)) {
            response.setContentType(painted.type().mediaType());
            response.setContentLengthLong(Files.size(painted.file()));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Files.copy(painted.file(), response.getOutputStream());
        } catch (RuleBrokenException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static long number(String given) {
        return given.matches("\\d{1,9}") ? Long.parseLong(given) : 0;
    }
}
