package vn.minhbach.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Guarded;
import vn.minhbach.shared.Sha256;

/**
 * Answers public pages and the read API: cached where it can, "not modified" where that is true, compressed where allowed; and tells of each page that is
 * opened.
 */
public class PageCacheFilter implements Filter {

    private static final int LONGEST_KEY = 600;

    /** Of gzip's levels: a quarter of the work of the usual one for pages that are a twelfth longer. */
    private static final int QUICK = 3;

    private final Turns turns;

    @Inject
    PageCache cache;

    @Inject
    @Any
    Instance<OpenedListener> opened;

    private List<OpenedListener> listeners = List.of();

    public PageCacheFilter() {
        this(new Turns());
    }

    PageCacheFilter(Turns turns) {
        this.turns = turns;
    }

    @Override
    public void init(FilterConfig config) {
        listeners = opened.stream().toList();
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        var address = Address.of(request);
        if (address == null) {
            chain.doFilter(request, response);
            return;
        }
        answer(address, request, response, chain);
        if (address.door().kind() == Doors.Kind.PAGE && isOpened(request, response)) {
            listeners.forEach(listener -> Guarded.run(listener, () -> listener.opened(address, request)));
        }
    }

    private static boolean isOpened(HttpServletRequest request, HttpServletResponse response) {
        return "GET".equals(request.getMethod())
                && (response.getStatus() == HttpServletResponse.SC_OK
                        || response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED);
    }

    private void answer(Address address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!address.door().cached() || RequestFilter.isPersonal(request)) {
            chain.doFilter(request, response);
            return;
        }
        var key = address.written();
        var page = cache.get(key).orElse(null);
        if (page == null) {
            page = made(key, request, response, chain);
        }
        if (page != null) {
            send(page, request, response);
        }
    }

    /** Null if there is no page to send: an error, or a redirect. */
    private PageCache.@Nullable Page made(
            String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (var turn = turns.take(cache::isCutOff)) {
            // Somebody before us may have wanted the same.
            var meanwhile = cache.get(key);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            var generation = cache.generation();
            var captured = new CapturedResponse(response);
            chain.doFilter(new Reading(request), captured);
            if (captured.isAnsweredAlready()) {
                return null;
            }
            var body = captured.body();
            if (response.getStatus() != HttpServletResponse.SC_OK) {
                response.getOutputStream().write(body);
                return null;
            }
            var page = page(generation, body, captured.type());
            if (key.length() <= LONGEST_KEY) {
                cache.put(key, page);
            }
            return page;
        }
    }

    private static PageCache.Page page(PageCache.Generation generation, byte[] body, String type) {
        var compressible = type.startsWith("text/") || type.contains("json") || type.contains("xml");
        var gzip = compressible ? Assets.compressed(body, QUICK) : null;
        return new PageCache.Page(
                generation.number(),
                body,
                gzip,
                type,
                // The shorter form tells contents apart as well.
                Sha256.of(gzip == null ? body : gzip, 10),
                generation.since());
    }

    private static void send(PageCache.Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var gzip = page.gzip();
        var body = gzip != null && Encodings.accepts(request, "gzip") ? gzip : page.plain();
        var compressed = body != page.plain();
        var etag = compressed ? page.compressedEtag() : page.etag();
        response.setHeader("ETag", etag);
        response.setHeader("Last-Modified", page.modifiedHeader());
        response.setHeader("Cache-Control", "public, max-age=60, must-revalidate");
        response.setHeader("Vary", "Accept-Encoding");
        if (Conditional.unchanged(request, etag, page.modified())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(page.type());
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** Who asks for the headers alone is answered from the same page, which must not be made without its body. */
    private static final class Reading extends HttpServletRequestWrapper {

        Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
