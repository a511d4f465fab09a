package vn.minhbach.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import vn.minhbach.shared.Visit;

/**
 * Which address shows which view: {@code /bai-viet/<slug>} is shown by {@code bai-viet.xhtml}, with or without {@code /en} in
 * front. The list below is all there is; whatever else is asked for does not exist.
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
    "/quan-tri"
})
public class ViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Views that show one of many things, named behind the view's own name. */
    private static final Set<String> WITH_NAME = Set.of("chuyen-muc", "bai-viet", "thu-tuc", "don-vi");

    private static final Set<String> ALONE = Set.of(
            "tin-tuc",
            "cai-cach-hanh-chinh",
            "danh-muc-thu-tuc",
            "don-vi",
            "tim-kiem",
            "so-do-trang",
            "tro-nang",
            "dang-nhap");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = String.valueOf(request.getAttribute(Visit.PATH)).replaceAll("[?#].*", "");
        var parts = path.substring(1).split("/", -1);
        var view = parts[0];
        if (path.equals("/")) {
            forward("index", request, response);
        } else if (path.equals("/quan-tri")) {
            forward("quan-tri/index", request, response);
        } else if (parts.length == 1 && ALONE.contains(view)
                || parts.length == 2 && WITH_NAME.contains(view) && !parts[1].isEmpty()) {
            forward(view, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void forward(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/" + view + ".xhtml").forward(request, response);
    }
}
