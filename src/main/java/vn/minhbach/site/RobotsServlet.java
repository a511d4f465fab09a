package vn.minhbach.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;

/**
 * {@code /robots.txt}: search engines are welcome, but not in the back office nor in endless lists, in either language. What
 * stands in those lists they learn from the sitemap.
 */
@Door(path = "/robots.txt", permission = Permission.READ_PUBLIC)
@WebServlet("/robots.txt")
public class RobotsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final List<String> CLOSED = List.of("/quan-tri", "/dang-nhap", "/tim-kiem", "/danh-muc-thu-tuc?");

    @Inject
    transient PortalUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(rules(request.getContextPath(), portal.absolute(request.getContextPath())));
    }

    static String rules(String context, String home) {
        var rules = new StringBuilder("User-agent: *\n");
        for (var language : List.of("", "/en")) {
            for (var path : CLOSED) {
                rules.append("Disallow: ")
                        .append(context)
                        .append(language)
                        .append(path)
                        .append('\n');
            }
        }
        return rules.append("\nSitemap: ").append(home).append("/sitemap.xml\n").toString();
    }
}
