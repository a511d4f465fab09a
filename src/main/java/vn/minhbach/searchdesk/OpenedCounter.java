package vn.minhbach.searchdesk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Address;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.Kinds;
import vn.minhbach.web.OpenedListener;

/**
 * Counts searches, and pages of content that are opened. Machines that call themselves such are not counted, and a search is counted once, not
 * with each page of its results.
 */
@ApplicationScoped
public class OpenedCounter implements OpenedListener {

    private static final String SEARCH = "tim-kiem";

    private static final List<String> MACHINES =
            List.of("bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "wrk");

    @Inject
    QueryCounter queries;

    @Inject
    ViewCounter views;

    @Inject
    ReaderMarks marks;

    @Inject
    Kinds kinds;

    /** The first parts of addresses of what can be found. */
    private Set<String> places = Set.of();

    @PostConstruct
    void learn() {
        places = kinds.all().stream()
                .filter(SearchSource.class::isInstance)
                .map(ContentKind::place)
                .collect(Collectors.toSet());
    }

    @Override
    public void opened(Address address, HttpServletRequest request) {
        var path = address.path();
        var end = path.indexOf('/', 1);
        var place = path.substring(1, end < 0 ? path.length() : end);
        if (place.equals(SEARCH)) {
            var asked = address.parameters();
            if (!asked.first("q").isEmpty()
                    && asked.first("trang").isEmpty()
                    && !isMachine(request.getHeader("User-Agent"))) {
                queries.asked(Text.cut(asked.first("q"), 300), () -> marks.of(request));
            }
        } else if (places.contains(place) && !isMachine(request.getHeader("User-Agent"))) {
            views.opened(path);
        }
    }

    private static boolean isMachine(@Nullable String browser) {
        if (browser == null) {
            return true;
        }
        var name = browser.toLowerCase(Locale.ROOT);
        return MACHINES.stream().anyMatch(name::contains);
    }
}
