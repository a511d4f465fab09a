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
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.Visit;

/**
 * {@code /gui-phan-anh/goi-y}: what {@link SubmissionAdvice} says of a text that is being typed, for the form's script. It comes in the body, so that
 * it stands in no log of addresses, and the answer is kept nowhere.
 */
@Door(
        path = AdviceServlet.PATH,
        methods = Method.POST,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({AdviceServlet.PATH, "/en" + AdviceServlet.PATH})
public class AdviceServlet extends HttpServlet {

    static final String PATH = "/gui-phan-anh/goi-y";

    private static final long serialVersionUID = 1L;

    /** Fifty people who type, each of whom stops a dozen times. */
    private static final Throttle.Limit LIMIT = new Throttle.Limit("advice", 600, Duration.ofMinutes(10));

    private static final int TOO_MANY_REQUESTS = 429;
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    transient SubmissionAdvice advice;

    @Inject
    transient Throttle throttle;

    @Inject
    transient Forwarded forwarded;

    @Inject
    transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (throttle.takeFrom(LIMIT, forwarded.client(request)).isPositive()) {
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        var given = advice.of(typed(request, AskedField.SUBJECT), typed(request, AskedField.TEXT), visit.getLanguage());
        var doors = JSON.createArrayBuilder();
        given.doors()
                .forEach(door -> doors.add(JSON.createObjectBuilder()
                        .add("title", door.title())
                        .add("text", door.text())
                        .add("url", door.url())
                        .add("label", door.label())));
        var similar = JSON.createArrayBuilder();
        given.similar()
                .forEach(one -> similar.add(JSON.createObjectBuilder()
                        .add("title", one.title())
                        .add("url", visit.url(one.path()))
                        .add("kind", visit.text("search.suggest.kind." + one.kind()))));
        var body = JSON.createObjectBuilder()
                .add("doors", doors)
                .add("similar", similar)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String typed(HttpServletRequest request, AskedField field) {
        return Objects.requireNonNullElse(request.getParameter(field.parameter()), "");
    }
}
