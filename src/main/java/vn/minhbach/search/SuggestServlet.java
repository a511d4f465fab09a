package vn.minhbach.search;

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
import vn.minhbach.web.Visit;

/**
 * {@code /tim-kiem/goi-y?q=…}: completions of what is being typed, for the search field; with {@code dang=opensearch} in the
 * form that browsers ask for.
 */
@Door(
        path = SuggestServlet.PATH,
        parameters = {"q", "dang"},
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true)
@WebServlet({SuggestServlet.PATH, "/en" + SuggestServlet.PATH})
public class SuggestServlet extends HttpServlet {

    /** Where the servlet is to be found. */
    public static final String PATH = "/tim-kiem/goi-y";

    private static final long serialVersionUID = 1L;
    private static final int MOST = 8;

    /** The static methods of {@link Json} look for a provider each time. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    transient Suggestions suggestions;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var typed = visit.parameter("q");
        var fresh = suggestions.isFresh();
        var found = suggestions.of(typed, MOST);
        var items = JSON.createArrayBuilder();
        var browser = "opensearch".equals(visit.parameter("dang"));
        for (var entry : found) {
            if (browser) {
                items.add(entry.text());
            } else {
                items.add(JSON.createObjectBuilder()
                        .add("text", entry.text())
                        .add("url", entry.url().isEmpty() ? "" : visit.url(entry.url()))
                        .add("kind", visit.text("search.suggest.kind." + entry.kind())));
            }
        }
        var answer = browser ? JSON.createArrayBuilder().add(typed).add(items).build() : items.build();
        var body = answer.toString().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", fresh ? "public, max-age=60" : "no-store");
        response.setContentType(browser ? "application/x-suggestions+json" : "application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
