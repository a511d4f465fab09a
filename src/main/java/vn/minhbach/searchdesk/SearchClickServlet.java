package vn.minhbach.searchdesk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/**
 * Takes the browser's word that a result of a search was opened. Only the query is sent; which result it was is counted like
 * any opened page.
 */
@Door(
        path = SearchClickServlet.PATH,
        methods = Method.POST,
        permission = Permission.READ_PUBLIC,
        cached = false,
        english = true,
        longestBody = 4 * 1024)
@WebServlet({SearchClickServlet.PATH, "/en" + SearchClickServlet.PATH})
public class SearchClickServlet extends HttpServlet {

    static final String PATH = "/tim-kiem/chon";

    private static final long serialVersionUID = 1L;

    @Inject
    transient QueryCounter queries;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getParameter("q");
        if (query != null) {
            queries.clicked(Text.cut(query, 300));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
