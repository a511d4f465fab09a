package vn.minhbach.procedure;

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
 * Answers {@code /xem-truoc-thu-tuc/tep/<id>/<name>} with a form of the procedure that a secret link shows: nobody else is given it before
 * it is public, and whoever has the link is given no other.
 */
@Door(
        path = SharedFormServlet.PATH + "/{id}/{name}",
        parameters = SharedProcedureServlet.SECRET,
        permission = Permission.READ_PUBLIC,
        unlisted = true)
@WebServlet(SharedFormServlet.PATH + "/*")
public class SharedFormServlet extends HttpServlet {

    static final String PATH = SharedProcedureServlet.PATH + "/tep";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedurePreviewService previews;

    @Inject
    transient FileDelivery files;

    @Inject
    transient Visit visit;

    /** Where a form that the portal keeps is found by whoever has a link, without the portal's own address. */
    static String link(String path, String secret) {
        return SharedProcedureServlet.PATH + path + "?" + SharedProcedureServlet.SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = Address.of(request);
        var secret = visit.parameter(SharedProcedureServlet.SECRET);
        files.send(
                address == null ? List.of() : address.names(),
                file -> previews.shows(secret, file),
                path -> visit.file(link(path, secret)),
                request,
                response);
    }
}
