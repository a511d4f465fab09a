package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.Words;

/** {@code /du-lieu-mo/tep/<file>.csv} and {@code .json}: what {@link OpenDataPage} tells of. */
@Door(path = OpenDataServlet.PATH + "/{file}", permission = Permission.READ_PUBLIC)
@WebServlet(OpenDataServlet.PATH + "/*")
public class OpenDataServlet extends HttpServlet {

    static final String PATH = OpenDataPage.PATH + "/tep";

    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("/([a-z-]{1,20})\\.(csv|json)");

    @Inject
    transient OpenData data;

    @Inject
    transient SiteFrame site;

    @Inject
    transient PortalUrl portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var place = String.valueOf(request.getPathInfo());
        var name = NAME.matcher(place);
        if (!name.matches()) {
            throw new NotFoundException("open-data", place);
        }
        var file = DataFile.named(name.group(1)).orElseThrow(() -> new NotFoundException("open-data", place));
        // Files have no language; they speak Vietnamese.
        var terms = new OpenData.Terms(
                portal.origin(), site.getName(), Words.VIETNAMESE.text("inbox.data.licence", site.getName()));
        if (name.group(2).equals("csv")) {
            response.setContentType("text/csv;charset=UTF-8");
            data.csv(file, terms, response.getWriter());
        } else {
            response.setContentType("application/json;charset=UTF-8");
            data.json(file, terms, response.getWriter());
        }
    }
}
