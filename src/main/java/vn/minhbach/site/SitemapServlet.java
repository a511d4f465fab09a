package vn.minhbach.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Kinds;
import vn.minhbach.web.PortalUrl;

/**
 * {@code /sitemap.xml}: every public address, for search engines, as an index of parts such as {@code
 * /sitemap/bai-viet-1.xml}. The parts are those of {@link Sitemap}.
 */
@Door(path = SitemapServlet.INDEX, permission = Permission.READ_PUBLIC)
@Door(path = "/sitemap/{part}", permission = Permission.READ_PUBLIC)
@WebServlet({SitemapServlet.INDEX, "/sitemap/*"})
public class SitemapServlet extends HttpServlet {

    static final String INDEX = "/sitemap.xml";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Kinds kinds;

    @Inject
    transient Site site;

    @Inject
    transient PortalUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sitemap = new Sitemap(kinds.all(), portal.absolute(request.getContextPath()), site.getLastUpdated());
        var isIndex = request.getServletPath().equals(INDEX);
        var name = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        if (!isIndex && !sitemap.has(name)) {
            throw new NotFoundException("sitemap", name);
        }
        response.setContentType("application/xml;charset=UTF-8");
        if (isIndex) {
            sitemap.index(response.getWriter());
        } else {
            sitemap.part(name, response.getWriter());
        }
    }
}
