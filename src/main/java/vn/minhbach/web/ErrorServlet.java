package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * The pages that help when something went wrong. The server comes here with the error's status; nobody can ask for these pages
 * by their address.
 */
@WebServlet("/WEB-INF/errors")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Views views;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var view = switch (status) {
            case HttpServletResponse.SC_GONE -> "error/gone";
            case HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> "error/failed";
            default -> "error/missing";
        };
        var id = String.valueOf(request.getAttribute(RequestFilter.REQUEST_ID));
        views.show(view, view.equals("error/failed") ? Map.of("requestId", id) : Map.of(), response);
    }
}
