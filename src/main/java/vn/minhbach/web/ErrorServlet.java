package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.minhbach.shared.UnavailableException;

/**
 * The pages that help when something went wrong. The server comes here with the error's status, whatever it is; nobody can ask for
 * these pages by their address. They are never kept.
 */
@WebServlet("/WEB-INF/errors")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What the bundle has words for; anything else is told as the nearest of them. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 410, 413, 421, 500);

    @Inject
    transient Views views;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", RequestFilter.PUBLIC_POLICY);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            var part = request.getAttribute(RequestFilter.UNAVAILABLE) instanceof UnavailableException.Part known
                    ? known
                    : UnavailableException.Part.PORTAL;
            // The frame may have to ask the database, so a page about a database that is away stands without it.
            if (part == UnavailableException.Part.PORTAL) {
                views.show("error/away", Map.of("part", part.key()), response);
            } else {
                show(status, "error.503." + part.key(), "", response);
            }
            return;
        }
        var told = TOLD.contains(status) ? status : status < 500 ? 400 : 500;
        var id = Objects.requireNonNullElse(request.getAttribute(RequestFilter.REQUEST_ID), "");
        show(status, "error." + told, told == 500 ? String.valueOf(id) : "", response);
    }

    private void show(int status, String key, String requestId, HttpServletResponse response) throws IOException {
        views.show("error/error", Map.of("status", status, "key", key, "requestId", requestId), response);
    }
}
