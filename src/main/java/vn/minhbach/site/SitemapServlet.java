package vn.minhbach.site;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;

/**
 * {@code /sitemap.xml}: every public address, for search engines, as an index of parts such as {@code
 * /sitemap/bai-viet-1.xml}. The parts are those of {@link Sitemap}.
 */
@Door(path = "/sitemap.xml", permission = Permission.READ_PUBLIC)
@Door(path = "/sitemap/{part}", permission = Permission.READ_PUBLIC)
@WebServlet({"/sitemap.xml", "/sitemap/*"})
public class SitemapServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    transient Instance<ContentKind> kinds;

    @Inject
    transient Site site;

    @Inject
    transient PortalUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sitemap =
                new Sitemap(kinds.stream().toList(), portal.absolute(request.getContextPath()), site.getLastUpdated());
        var name = request.getPathInfo();
        if (name != null && !sitemap.has(name.substring(1))) {
            throw new NotFoundException("sitemap", name);
        }
        response.setContentType("application/xml;charset=UTF-8");
        if (name == null) {
            sitemap.index(response.getWriter());
        } else {
            sitemap.part(name.substring(1), response.getWriter());
        }
    }
}
