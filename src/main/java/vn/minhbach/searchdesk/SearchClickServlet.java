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
        path = "/tim-kiem/chon",
        methods = Method.POST,
        permission = Permission.READ_PUBLIC,
        cached = false,
        longestBody = 4 * 1024)
@WebServlet("/tim-kiem/chon")
public class SearchClickServlet extends HttpServlet {

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
