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
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.UnavailableException;

/**
 * The pages that help when something went wrong. The server comes here with the error's status, whatever it is; nobody can ask for
 * these pages by their address. They are never kept.
 */
@WebServlet("/WEB-INF/errors")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Views views;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", RequestFilter.PUBLIC_POLICY);
        var problem = request.getAttribute(RequestFilter.UNAVAILABLE) == UnavailableException.Part.SEARCH
                ? Problem.SEARCH_AWAY
                : Problem.of(status);
        if (problem == Problem.PORTAL_AWAY) {
            away(response);
            return;
        }
        try {
            inFrame(status, problem, request, response);
        } catch (RuntimeException e) {
            if (!Faults.isDatabaseAway(e)) {
                throw e;
            }
            // What went wrong first was the database as well, or cannot be told as long as it is away.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", String.valueOf(UnavailableException.RETRY_SECONDS));
            away(response);
        }
    }

    /** The frame may have to ask the database, so this page stands without it. */
    private void away(HttpServletResponse response) throws IOException {
        views.show("error/away", Map.of(), response);
    }

    private void inFrame(int status, Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var id = Objects.requireNonNullElse(request.getAttribute(RequestFilter.REQUEST_ID), "");
        views.show(
                "error/error",
                Map.of(
                        "status",
                        status,
                        "problem",
                        problem,
                        "requestId",
                        problem == Problem.FAILED ? String.valueOf(id) : "",
                        "notice",
                        request.getAttribute(RequestFilter.NOTICE) instanceof String notice ? notice : ""),
                response);
    }
}
