package vn.minhbach.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Which address shows which view: {@code /bai-viet/<slug>} is shown by {@code bai-viet.jte} over the page named "bai-viet",
 * with or without {@code /en} in front; a section is shown as the news are. The list below is all there is; whatever else is asked for does not exist.
 */
@WebServlet({
    "",
    "/en/*",
    "/tin-tuc",
    "/chuyen-muc/*",
    "/bai-viet/*",
    "/cai-cach-hanh-chinh",
    "/danh-muc-thu-tuc",
    "/thu-tuc/*",
    "/don-vi/*",
    "/tim-kiem",
    "/so-do-trang",
    "/tro-nang",
    "/dang-nhap",
    "/quan-tri",
    "/quan-tri/tim-kiem",
    "/quan-tri/tu-dong-nghia",
    "/quan-tri/ket-qua-uu-tien",
    "/quan-tri/thu-truy-van"
})
public class ViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A view that needs no page: everything it says stands in the bundle. */
    private static final String NO_PAGE = "";

    /** Views that show one of many things, named behind the view's own name; and the names of their pages. */
    private static final Map<String, String> WITH_NAME = Map.of(
            "chuyen-muc", "tin-tuc",
            "bai-viet", "bai-viet",
            "thu-tuc", "thu-tuc",
            "don-vi", "don-vi");

    /** Views that stand alone, and the names of their pages. */
    private static final Map<String, String> ALONE = Map.of(
            "", "index",
            "tin-tuc", "tin-tuc",
            "cai-cach-hanh-chinh", "cai-cach-hanh-chinh",
            "danh-muc-thu-tuc", "danh-muc-thu-tuc",
            "don-vi", "don-vi",
            "tim-kiem", "tim-kiem",
            "so-do-trang", "so-do-trang",
            "tro-nang", NO_PAGE,
            "dang-nhap", "dang-nhap");

    @Inject
    @Any
    transient Instance<PublicPage> pages;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var parts = visit.getPlace().substring(1).split("/", -1);
        var view = parts[0];
        if (view.equals("quan-tri")) {
            // Only the addresses above come here, each of which has its view.
            var name = parts.length == 1 ? "index" : parts[1];
            request.getRequestDispatcher("/quan-tri/" + name + ".xhtml").forward(request, response);
        } else if (parts.length == 1 && ALONE.containsKey(view)) {
            show(view.isEmpty() ? "index" : view, ALONE.getOrDefault(view, NO_PAGE), request, response);
        } else if (parts.length == 2 && WITH_NAME.containsKey(view) && !parts[1].isEmpty()) {
            show(view, WITH_NAME.getOrDefault(view, NO_PAGE), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void show(String view, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD") && !view.equals("dang-nhap")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (name.isEmpty()) {
            views.show(view, Map.of(), response);
            return;
        }
        var page = pages.select(NamedLiteral.of(name)).get();
        page.load();
        views.show(name, Map.of("page", page), response);
    }
}
