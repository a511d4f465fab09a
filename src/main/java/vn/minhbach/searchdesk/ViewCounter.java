package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Counts how often pages are opened: a number for each page and day, and nothing about who opened it. */
@ApplicationScoped
public class ViewCounter {

    private static final int PAGES = 50_000;

    private Map<String, Long> opened = new HashMap<>();

    /** @param path the page's place in the portal, without language and query */
    synchronized void opened(String path) {
        if (path.length() <= 300 && (opened.size() < PAGES || opened.containsKey(path))) {
            opened.merge(path, 1L, Long::sum);
        }
    }

    /** What was counted since the last time. */
    synchronized Map<String, Long> take() {
        var taken = opened;
        opened = new HashMap<>();
        return taken;
    }
}
