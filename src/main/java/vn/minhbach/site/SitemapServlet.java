package vn.minhbach.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Html;
import vn.minhbach.web.Door;
import vn.minhbach.web.StructuredData;

/** {@code /sitemap.xml}: every public address, for search engines. */
@Door(path = "/sitemap.xml", permission = Permission.READ_PUBLIC)
@WebServlet("/sitemap.xml")
public class SitemapServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final List<String> FIXED = List.of(
            "/", "/danh-muc-thu-tuc", "/tin-tuc", "/cai-cach-hanh-chinh", "/don-vi", "/so-do-trang", "/tro-nang");

    @Inject
    transient PublicAddressRepository addresses;

    @Inject
    transient StructuredData structured;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/xml;charset=UTF-8");
        var out = response.getWriter();
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        FIXED.forEach(path -> url(out, request, path));
        addresses.all().forEach(path -> url(out, request, path));
        out.println("</urlset>");
    }

    private void url(PrintWriter out, HttpServletRequest request, String path) {
        out.println("<url><loc>" + Html.escape(structured.absolute(request.getContextPath() + path)) + "</loc></url>");
    }
}
