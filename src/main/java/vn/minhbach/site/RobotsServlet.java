package vn.minhbach.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.StructuredData;

/** {@code /robots.txt}: search engines are welcome, but not in the back office nor in endless lists. */
@Door(path = "/robots.txt", permission = Permission.READ_PUBLIC)
@WebServlet("/robots.txt")
public class RobotsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient StructuredData structured;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(
                        "User-agent: *\nDisallow: %1$s/quan-tri\nDisallow: %1$s/tim-kiem\nDisallow: %1$s/danh-muc-thu-tuc?\nSitemap: %2$s\n"
                                .formatted(
                                        request.getContextPath(),
                                        structured.absolute(request.getContextPath() + "/sitemap.xml")));
    }
}
