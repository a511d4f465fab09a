package vn.minhbach.searchdesk;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Visit;

/**
 * Counts searches and opened pages, those answered from the page cache too. Machines that call themselves such are not
 * counted, and a search is counted once, not with each page of its results.
 */
public class SearchCountFilter implements Filter {

    private static final List<String> MACHINES =
            List.of("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "wrk");

    @Inject
    QueryCounter queries;

    @Inject
    ViewCounter views;

    @Inject
    ReaderMarks marks;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(anyRequest, anyResponse);
        var request = (HttpServletRequest) anyRequest;
        var status = ((HttpServletResponse) anyResponse).getStatus();
        if (!"GET".equals(request.getMethod())
                || status != HttpServletResponse.SC_OK && status != HttpServletResponse.SC_NOT_MODIFIED
                || byMachine(request)) {
            return;
        }
        var place = String.valueOf(request.getAttribute(Visit.PATH));
        var end = place.indexOf('?');
        var path = end < 0 ? place : place.substring(0, end);
        if (!path.equals("/tim-kiem")) {
            views.opened(path);
        } else if (request.getParameter("q") != null && request.getParameter("trang") == null) {
            queries.asked(Text.cut(request.getParameter("q"), 300), () -> marks.of(request));
        }
    }

    private static boolean byMachine(HttpServletRequest request) {
        var browser = request.getHeader("User-Agent");
        if (browser == null) {
            return true;
        }
        var name = browser.toLowerCase(Locale.ROOT);
        return MACHINES.stream().anyMatch(name::contains);
    }
}
