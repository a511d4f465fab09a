package vn.minhbach.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.UnavailableException;

/**
 * The first that a request meets: gives it an id and safe headers, finds its language in the address, and turns whatever goes
 * wrong behind it into a page that helps. Nobody ever sees a stack trace; the log has it under the request's id.
 *
 * <p>It is mapped to forwards as well: the server forwards to the sign-in page before any filter has seen the request.
 */
public class RequestFilter implements Filter {

    /** Request attribute and response header: the id under which the log speaks of the request. */
    static final String REQUEST_ID = "requestId";

    /** Request attribute: the {@link UnavailableException.Part} that cannot be had. */
    static final String UNAVAILABLE = "unavailable";

    private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());

    private static final String PUBLIC_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * PrimeFaces starts its widgets by inline scripts. Its own nonces (primefaces.CSP) are no way out: they put a session on
     * every public page as well, for they live in the view map of whatever view is shown.
     */
    private static final String BACK_OFFICE_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        if (request.getAttribute(REQUEST_ID) != null) {
            chain.doFilter(request, response);
            return;
        }
        var id = newId();
        request.setAttribute(REQUEST_ID, id);
        request.setCharacterEncoding("UTF-8");
        address(request);
        headers(request, response, id);
        if (isBareView(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            answer(e, id, request, response);
        }
    }

    /** Twelve figures; they need not be unguessable, only different. */
    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
    }

    /** "/en/tin-tuc?trang=2" is the page "/tin-tuc?trang=2" in English. */
    private static void address(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var language = "vi";
        if (path.equals("/en") || path.startsWith("/en/")) {
            language = "en";
            path = path.length() <= 4 ? "/" : path.substring(3);
        }
        request.setAttribute(Visit.LANGUAGE, language);
        request.setAttribute(
                Visit.PATH, request.getQueryString() == null ? path : path + "?" + request.getQueryString());
    }

    /** Public views are reached by their address, not by their file. */
    private static boolean isBareView(HttpServletRequest request) {
        return request.getServletPath().endsWith(".xhtml") && !BackOffice.holds(request);
    }

    private static void headers(HttpServletRequest request, HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        if (BackOffice.holds(request)) {
            response.setHeader("Content-Security-Policy", BACK_OFFICE_POLICY);
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Content-Security-Policy", PUBLIC_POLICY);
        }
        if (request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static void answer(Exception e, String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var cause = cause(e);
        if (response.isCommitted()) {
            // The reader has gone away, or has half a page: there is nothing left to say to him.
            LOG.log(Level.FINE, "Request " + id + " ended early", e);
            return;
        }
        switch (cause) {
            case NotFoundException notFound -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case MovedException moved -> {
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader("Location", moved.url());
            }
            case GoneException gone -> response.sendError(HttpServletResponse.SC_GONE);
            case UnavailableException unavailable -> {
                request.setAttribute(UNAVAILABLE, unavailable.part());
                response.setHeader("Retry-After", String.valueOf(UnavailableException.RETRY_SECONDS));
                response.setHeader("Cache-Control", "no-store");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
            case jakarta.faces.application.ViewExpiredException expired ->
                response.sendRedirect(request.getRequestURI());
            default -> {
                LOG.log(
                        Level.SEVERE,
                        "Request " + id + " failed: " + request.getMethod() + " " + request.getRequestURI(),
                        e);
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** The innermost exception that is one of ours, or the outermost. */
    private static Throwable cause(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof NotFoundException
                    || at instanceof GoneException
                    || at instanceof MovedException
                    || at instanceof UnavailableException
                    || at instanceof jakarta.faces.application.ViewExpiredException) {
                return at;
            }
            at = at.getCause();
        }
        return thrown;
    }
}
