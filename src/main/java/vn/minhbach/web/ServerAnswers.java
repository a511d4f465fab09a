package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Answers addresses that the server cannot take apart ({@code /%00}, {@code /100%}, {@code /a%5cb}). It would answer them itself,
 * before any application is asked: with nothing at all, and in some cases with the status 200. So it is done before the server
 * looks at the address, in its network layer, by the same {@link Addresses} as everywhere.
 *
 * <p>The way to that layer leads through classes that are published nowhere, so they are called by name. Should another version have
 * moved them, the log says so, and such addresses are answered as before.
 */
@WebListener
public class ServerAnswers implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(ServerAnswers.class.getName());

    private static final String LISTENER = "org.glassfish.grizzly.config.dom.NetworkListener";
    private static final String LOCATOR = "org.glassfish.hk2.api.ServiceLocator";
    private static final String SERVICE = "com.sun.enterprise.v3.services.impl.GrizzlyService";

    @Inject
    Views views;

    @Inject
    Doors doors;

    private final List<Gate> gates = new ArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            for (var filter : filters()) {
                var gate = new Gate(filter, event.getServletContext().getContextPath(), doors.addresses(), views);
                filter.setHttpHandler(gate);
                gates.add(gate);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.WARNING, "Addresses that the server cannot read are answered by the server", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        gates.forEach(Gate::remove);
    }

    /** Where the server hands requests over to its applications, one for each address that it listens on. */
    private static Set<HttpServerFilter> filters() throws ReflectiveOperationException {
        var locator = named("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        var every = new Annotation[0];
        var service = named(LOCATOR)
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(locator, named(SERVICE), every);
        var listeners = (List<?>) named(LOCATOR)
                .getMethod("getAllServices", Class.class, Annotation[].class)
                .invoke(locator, named(LISTENER), every);
        // Settings of several servers may name the same one.
        var found = Collections.<HttpServerFilter>newSetFromMap(new IdentityHashMap<>());
        for (var listener : listeners) {
            var proxy = named(SERVICE)
                    .getMethod("lookupNetworkProxy", named(LISTENER))
                    .invoke(service, listener);
            if (proxy != null) {
                var grizzly =
                        proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
                var filters = (List<?>)
                        grizzly.getClass().getMethod("getFilters", Class.class).invoke(grizzly, HttpServerFilter.class);
                filters.forEach(filter -> found.add((HttpServerFilter) filter));
            }
        }
        return found;
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    /** Stands before the server's own handler. */
    private static final class Gate extends HttpHandler {

        private static final Map<String, String> HEADERS = Map.of(
                "Cache-Control", "no-store",
                "Content-Security-Policy", RequestFilter.PUBLIC_POLICY,
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY");

        private final HttpServerFilter filter;
        private final HttpHandler server;
        private final String context;
        private final Addresses addresses;
        private final Views views;

        Gate(HttpServerFilter filter, String context, Addresses addresses, Views views) {
            this.filter = filter;
            this.server = filter.getHttpHandler();
            this.context = context;
            this.addresses = addresses;
            this.views = views;
            // As the server's own: it reads the address itself, later.
            setDecodeUrl(false);
            setAllowEncodedSlash(server.isAllowEncodedSlash());
            setAllowCustomStatusMessage(server.isAllowCustomStatusMessage());
            setRequestURIEncoding(server.getRequestURIEncoding());
        }

        void remove() {
            if (filter.getHttpHandler() == this) {
                filter.setHttpHandler(server);
            }
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            var path = request.getRequestURI();
            if (isPlain(path)
                    || !path.startsWith(context)
                    || !(addresses.resolve(path.substring(context.length()), null) instanceof Resolution.Malformed)) {
                server.service(request, response);
                return;
            }
            response.setStatus(400);
            HEADERS.forEach(response::setHeader);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write(views.alone(path.startsWith(context + "/en/") ? Words.ENGLISH : Words.VIETNAMESE, 400));
        }

        /** Nearly every address is, and costs no more than a look at it. */
        private static boolean isPlain(String path) {
            return path.indexOf('%') < 0 && path.indexOf('\\') < 0;
        }
    }
}
