package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.FileDelivery;
import vn.minhbach.web.Address;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/**
 * Answers {@code /xem-truoc/tep/<id>/<name>} with a file of what a secret link shows: nobody else is given it before it is public, and
 * whoever has the link is given no other.
 */
@Door(
        path = SharedFileServlet.PATH + "/{id}/{name}",
        parameters = SharedDraftServlet.SECRET,
        permission = Permission.READ_PUBLIC,
        unlisted = true)
@Door(
        path = SharedFileServlet.PATH + "/{id}/{width}/{name}",
        parameters = SharedDraftServlet.SECRET,
        permission = Permission.READ_PUBLIC,
        unlisted = true)
@WebServlet(SharedFileServlet.PATH + "/*")
public class SharedFileServlet extends HttpServlet {

    static final String PATH = SharedDraftServlet.PATH + "/tep";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ArticlePreviewService previews;

    @Inject
    transient FileDelivery files;

    @Inject
    transient Visit visit;

    /** Where a file of the portal is found by whoever has a link, without the portal's own address. */
    static String link(String path, String secret) {
        return SharedDraftServlet.PATH + path + "?" + SharedDraftServlet.SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = Address.of(request);
        var secret = visit.parameter(SharedDraftServlet.SECRET);
        files.send(
                address == null ? List.of() : address.names(),
                file -> previews.shows(secret, file),
                path -> visit.file(link(path, secret)),
                request,
                response);
    }
}
