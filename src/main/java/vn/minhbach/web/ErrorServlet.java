package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.shared.UnavailableException;

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
        var part = request.getAttribute(RequestFilter.UNAVAILABLE) instanceof UnavailableException.Part known
                ? known
                : UnavailableException.Part.PORTAL;
        var view = switch (status) {
            case HttpServletResponse.SC_GONE -> "error/gone";
            case HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> "error/failed";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                // The frame may have to ask the database, so a page about a database that is away stands without it.
                part == UnavailableException.Part.PORTAL ? "error/away" : "error/unavailable";
            default -> "error/missing";
        };
        var id = String.valueOf(request.getAttribute(RequestFilter.REQUEST_ID));
        views.show(
                view,
                switch (view) {
                    case "error/failed" -> Map.of("requestId", id);
                    case "error/unavailable", "error/away" -> Map.of("part", part.key());
                    default -> Map.of();
                },
                response);
    }
}
