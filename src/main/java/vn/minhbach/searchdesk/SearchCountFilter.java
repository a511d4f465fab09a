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
import vn.minhbach.web.Address;

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
        var address = Address.of(request);
        if (address == null) {
            return;
        }
        var asked = address.parameters();
        if (!address.path().equals("/tim-kiem")) {
            views.opened(address.path());
        } else if (!asked.first("q").isEmpty() && asked.first("trang").isEmpty()) {
            queries.asked(Text.cut(asked.first("q"), 300), () -> marks.of(request));
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
