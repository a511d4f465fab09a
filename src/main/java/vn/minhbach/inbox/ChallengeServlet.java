package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Visit;

/** {@code /gui-phan-anh/kiem-tra?phieu=…}: work for the browser that is about to send the form with this token, see {@link WorkProofs}. */
@Door(path = ChallengeServlet.PATH, parameters = "phieu", permission = Permission.READ_PUBLIC, cached = false)
@WebServlet(ChallengeServlet.PATH)
public class ChallengeServlet extends HttpServlet {

    static final String PATH = "/gui-phan-anh/kiem-tra";

    private static final long serialVersionUID = 1L;
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    transient WorkProofs proofs;

    @Inject
    transient SendingGate gate;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = visit.parameter("phieu");
        if (!FormToken.isOne(token)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var given = proofs.give(token, gate.isBusy(forwarded.client(request)));
        if (given.isEmpty()) {
            // Without a key nothing is taken in either.
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        var body = JSON.createObjectBuilder(given.get()).build().toString().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
