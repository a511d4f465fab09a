package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Address;
import vn.minhbach.web.Door;

/**
 * Answers {@code /tep-hoi-dap/<number>/<name>} with a masked picture of a public answer. Browsers keep it for a minute: it goes when the answer goes.
 */
@Door(path = MaskedPictureServlet.PATH + "/{number}/{name}", permission = Permission.READ_PUBLIC, cached = false)
@WebServlet(MaskedPictureServlet.PATH + "/*")
public class MaskedPictureServlet extends HttpServlet {

    static final String PATH = "/tep-hoi-dap";

    private static final String KEPT = "public, max-age=60, must-revalidate";
    private static final long serialVersionUID = 1L;

    @Inject
    transient MaskedPictureService pictures;

    @Inject
    transient EnclosureDelivery delivery;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = Address.of(request);
        var names = address == null ? List.<String>of() : address.names();
        var found = names.size() == 2 && names.getFirst().matches("\\d{1,18}")
                ? pictures.open(Long.parseLong(names.getFirst()), names.getLast())
                : java.util.Optional.<EnclosureService.Opened>empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        delivery.send(found.get(), KEPT, response);
    }
}
