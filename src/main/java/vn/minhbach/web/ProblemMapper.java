package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.UnavailableException;

/** Tells of errors in the API as {@code application/problem+json} (RFC 9457). */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Inject
    Visit visit;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        var id = String.valueOf(request.getAttribute(RequestFilter.REQUEST_ID));
        if (thrown instanceof MovedException moved) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .header("Location", moved.url())
                    .build();
        }
        var status = switch (thrown) {
            case NotFoundException notFound -> 404;
            case GoneException gone -> 410;
            case UnavailableException unavailable -> 503;
            case WebApplicationException known -> known.getResponse().getStatus();
            default -> 500;
        };
        if (status == 500) {
            LOG.log(Level.SEVERE, "Request " + id + " failed: " + request.getRequestURI(), thrown);
        }
        var builder = Json.createObjectBuilder();
        if (thrown instanceof GoneException gone && !gone.notice().isEmpty()) {
            builder.add("detail", gone.notice());
        }
        var problem = builder.add("type", "about:blank")
                .add(
                        "title",
                        visit.text(
                                status == 404
                                        ? "api.problem.404"
                                        : status < 500
                                                ? "api.problem.400"
                                                : status == 503 ? "api.problem.503" : "api.problem.500"))
                .add("status", status)
                .add("instance", request.getRequestURI())
                .add("requestId", id)
                .build();
        var response = Response.status(status).type("application/problem+json").entity(problem.toString());
        if (status == 503) {
            response.header("Retry-After", UnavailableException.RETRY_SECONDS).header("Cache-Control", "no-store");
        }
        return response.build();
    }
}
