package vn.minhbach.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.Guarded;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.UnavailableException;

/**
 * The first that a request meets, and the only place where it is decided whether it comes any further. It is given an id and safe
 * headers; its host must be one of the portal's, its address exactly one of the {@link Doors}; method, origin, length and
 * permission must be those of that door. Whatever goes wrong behind it becomes a page that helps: nobody ever sees a stack trace;
 * the log has it under the request's id.
 */
public class RequestFilter implements Filter {

    /** Request attribute and response header: the id under which the log speaks of the request. */
    static final String REQUEST_ID = "requestId";

    /** Request attribute: the {@link UnavailableException.Part} that cannot be had. */
    static final String UNAVAILABLE = "unavailable";

    /** Request attribute: what readers are told instead of what is gone. */
    static final String NOTICE = "notice";

    private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());
    /** Tells the script of the back office that the form is a fresh one, so that it offers what was typed into the last. */
    private static final String ENDED = "#het-phien";

    private static final int MISDIRECTED = 421;
    private static final String NO_STORE = "no-store";

    static final String PUBLIC_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    Doors doors;

    @Inject
    Hosts hosts;

    @Inject
    Forwarded forwarded;

    @Inject
    CurrentActor actors;

    @Inject
    @Any
    Instance<RefusalListener> listeners;

    @Inject
    @Any
    Instance<FormerAddresses> former;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        var id = RequestId.begin();
        try {
            request.setAttribute(REQUEST_ID, id);
            request.setCharacterEncoding("UTF-8");
            headers(request, response, id);
            var address = admitted(request, response);
            if (address != null) {
                if (address.door().kind() != Doors.Kind.DESK) {
                    // The views of the back office have one of their own, see primefaces.CSP_POLICY in web.xml.
                    response.setHeader("Content-Security-Policy", PUBLIC_POLICY);
                }
                if (address.door().unlisted()) {
                    unlisted(response);
                }
                chain.doFilter(
                        new ResolvedRequest(request, address),
                        isForEverybody(address.door(), request) ? response : new PersonalResponse(response));
            }
        } catch (IOException | ServletException | RuntimeException e) {
            answer(e, id, request, response);
        } finally {
            RequestId.end();
        }
    }

    /** Null if the request ends here; then it is answered. */
    private @Nullable Address admitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!hosts.know(request)) {
            response.setHeader("Cache-Control", NO_STORE);
            response.sendError(MISDIRECTED);
            return null;
        }
        var context = request.getContextPath();
        var uri = request.getRequestURI();
        var resolution = uri.startsWith(context)
                ? doors.addresses().resolve(uri.substring(context.length()), request.getQueryString())
                : new Resolution.Malformed();
        return switch (resolution) {
            case Resolution.Malformed malformed -> {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                yield null;
            }
            case Resolution.Unknown unknown -> {
                missing(request, response);
                yield null;
            }
            case Resolution.Elsewhere elsewhere -> elsewhere(elsewhere.address(), request, response);
            case Resolution.Found found -> {
                if (request.isRequestedSessionIdFromURL()) {
                    // The server has taken it off the address already.
                    yield elsewhere(found.address(), request, response);
                }
                yield enters(found.address(), request, response) ? found.address() : null;
            }
        };
    }

    /** Leads to the one right way to write the address; what is sent to another is not taken. */
    private static @Nullable Address elsewhere(
            Address address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isReading(request)) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", request.getContextPath() + address.written());
            if (isPersonal(request)) {
                response.setHeader("Cache-Control", NO_STORE);
            }
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
        return null;
    }

    private boolean enters(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        address.attach(request);
        var door = address.door();
        if (!isForEverybody(door, request)) {
            response.setHeader("Cache-Control", NO_STORE);
        }
        if (!isAllowed(request.getMethod(), door)) {
            response.setHeader("Allow", allowed(door));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return false;
        }
        if (!isReading(request)) {
            if (!hosts.ownOrigin(request, forwarded.isSecure(request))) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return false;
            }
            if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
                response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
                return false;
            }
            if (request.getContentLengthLong() > door.longestBody()) {
                response.setHeader("Connection", "close");
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return false;
            }
        }
        return isPermitted(address, request, response);
    }

    private boolean isPermitted(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var permission = address.door().permission();
        if (permission == Permission.READ_PUBLIC || permission == Permission.MONITOR && forwarded.isLocal(request)) {
            return true;
        }
        if (permission == Permission.MONITOR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        var actor = actors.get();
        if (actor.maySomewhere(permission)) {
            // What is somebody's for one place only is asked for again where that place is known.
            return true;
        }
        if (actor.isNobody()) {
            askToSignIn(address, request, response);
        } else {
            listeners.forEach(
                    listener -> Guarded.run(listener, () -> listener.refused(actor, permission, address.path())));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return false;
    }

    /** Leads a stranger to the sign-in form and from there to where they wanted to go. Nothing is kept of the request. */
    private static void askToSignIn(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (address.door().kind() == Doors.Kind.SERVLET) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var query = address.parameters().query();
        var wanted = query.isEmpty() ? address.path() : address.path() + "?" + query;
        redirect(
                request.getContextPath() + Address.prefixed(address.language(), "/dang-nhap") + "?tiep="
                        + Visit.encode(wanted),
                request,
                response);
    }

    /** Also for a script of the back office, which is told by XML where to go. */
    private static void redirect(String location, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .print("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + location.replace("&", "&amp;").replace("\"", "&quot;")
                            + "\"></redirect></partial-response>");
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }

    private static boolean isReading(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static boolean isAllowed(String method, Doors.Entry door) {
        return switch (method) {
            case "GET", "HEAD" -> door.methods().contains(Method.GET);
            case "POST" -> door.methods().contains(Method.POST);
            default -> false;
        };
    }

    private static String allowed(Doors.Entry door) {
        return door.methods().stream()
                .map(method -> method == Method.GET ? "GET, HEAD" : method.name())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What only those may see who know the address: not in an index, not in another's log, not in a foreign frame. */
    private static void unlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader(
                "Content-Security-Policy", PUBLIC_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    }

    /** Whether the answer is the same whoever asks, so that it may be kept for others. */
    private static boolean isForEverybody(Doors.Entry door, HttpServletRequest request) {
        return door.lasting()
                || !door.unlisted()
                        && door.permission() == Permission.READ_PUBLIC
                        && isReading(request)
                        && !isPersonal(request);
    }

    /** Whether the request may be somebody's in particular. What is answered then is for them alone. */
    static boolean isPersonal(HttpServletRequest request) {
        return request.getHeader("Cookie") != null || request.getHeader("Authorization") != null;
    }

    private void headers(HttpServletRequest request, HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        if (forwarded.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Nothing answers here: perhaps something did once, and editors have said where it is now. */
    private void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var context = request.getContextPath();
        var asked = request.getRequestURI();
        if (isReading(request) && asked.startsWith(context + "/")) {
            var path = asked.substring(context.length());
            var english = path.startsWith("/en/");
            var bare = english ? path.substring(3) : path;
            var query = Objects.requireNonNullElse(request.getQueryString(), "");
            for (var each : former) {
                var now = each.now(bare, query).orElse(null);
                if (now != null) {
                    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                    response.setHeader("Cache-Control", isPersonal(request) ? NO_STORE : "public, max-age=300");
                    response.setHeader(
                            "Location",
                            now.startsWith("/") ? context + Address.prefixed(english ? "en" : "vi", now) : now);
                    return;
                }
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void answer(Exception e, String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var cause = cause(e);
        if (response.isCommitted()) {
            // The reader has gone away, or has half a page: there is nothing left to say to them.
            LOG.log(Level.FINE, "Request " + id + " ended early", e);
            return;
        }
        switch (cause) {
            case NotFoundException notFound -> missing(request, response);
            case MovedException moved -> {
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader("Location", moved.url());
            }
            case GoneException gone -> {
                request.setAttribute(NOTICE, gone.notice());
                response.sendError(HttpServletResponse.SC_GONE);
            }
            case RefusedException refused -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case UnavailableException unavailable -> {
                request.setAttribute(UNAVAILABLE, unavailable.part());
                response.setHeader("Retry-After", String.valueOf(UnavailableException.RETRY_SECONDS));
                response.setHeader("Cache-Control", "no-store");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
            case ViewExpiredException expired -> {
                var address = Address.of(request);
                redirect(
                        request.getContextPath() + (address == null ? "/" : address.written() + ENDED),
                        request,
                        response);
            }
            default -> {
                LOG.log(
                        Level.SEVERE,
                        "Request " + id + " failed: " + request.getMethod() + " " + request.getRequestURI(),
                        e);
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** The outermost exception that is one of ours, or what it comes to; else the one that was thrown. */
    private static Throwable cause(Throwable thrown) {
        @Nullable Throwable at = thrown;
        for (var depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof NotFoundException
                    || at instanceof GoneException
                    || at instanceof MovedException
                    || at instanceof RefusedException
                    || at instanceof UnavailableException
                    || at instanceof ViewExpiredException) {
                return at;
            }
            at = at.getCause();
        }
        return Faults.isDatabaseAway(thrown)
                ? new UnavailableException(UnavailableException.Part.PORTAL, thrown)
                : thrown;
    }
}
