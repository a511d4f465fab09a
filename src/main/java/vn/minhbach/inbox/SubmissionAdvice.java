package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.UnavailableException;

/**
 * What somebody may want to know before they send: answers and procedures that are there already, and doors to which it may belong instead. It
 * is the same while they type and on the page before sending. Nothing of what they wrote is logged, and it is counted as nobody's search: only
 * the page of the search tells its queries.
 */
@ApplicationScoped
public class SubmissionAdvice {

    private static final int SIMILAR = 5;
    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_READ = 10_000;

    /** Whoever has typed less has not said yet what it is about. */
    private static final int SHORTEST_QUERY = 8;

    @Inject
    InboxService service;

    @Inject
    SearchService search;

    protected SubmissionAdvice() {}

    /** Without a server, for tests. */
    SubmissionAdvice(InboxService service, SearchService search) {
        this.service = service;
        this.search = search;
    }

    /**
     * Another door to which it may belong.
     *
     * @param url of the door, a number to call with {@code tel:} before it; empty if the text says where to go
     * @param label the url as people read it out
     */
    public record Door(String title, String text, String url, String label) {

        /** Whether a page is behind it: it opens beside what is being written, which would be lost in its place. */
        public boolean isPage() {
            return url.startsWith("https:") || url.startsWith("http:") || url.startsWith("/");
        }
    }

    /**
     * Something public that resembles it.
     *
     * @param kind of content
     * @param path in the portal, without language
     */
    public record Similar(String kind, String title, String path) {}

    /** Both, the doors in the order of the table. */
    public record Advice(List<Door> doors, List<Similar> similar) {

        public Advice {
            doors = List.copyOf(doors);
            similar = List.copyOf(similar);
        }
    }

    /** @param language "vi" or "en" */
    public Advice of(String subject, String text, String language) {
        var all = Text.cut(subject + " " + text, LONGEST_READ);
        return new Advice(
                service.wrongDoors(all).stream()
                        .map(door -> new Door(
                                door.title(language), door.text(language), door.getUrl(), label(door.getUrl())))
                        .toList(),
                similar(Text.cut(Text.line(subject.isBlank() ? all : subject), LONGEST_QUERY)));
    }

    private List<Similar> similar(String query) {
        if (query.length() < SHORTEST_QUERY) {
            return List.of();
        }
        try {
            return search
                    .search(new SearchRequest(
                            query,
                            List.of(Inbox.CONTENT, "procedure"),
                            Map.of(),
                            List.of(),
                            SearchRequest.Order.RELEVANCE,
                            0,
                            SIMILAR,
                            false))
                    .hits()
                    .stream()
                    .map(hit -> new Similar(hit.kind(), hit.title(), hit.path()))
                    .toList();
        } catch (UnavailableException e) {
            // It would have been a help; what is to be sent can be sent without.
            return List.of();
        }
    }

    /** "dichvucong.gov.vn/p/home" for an address, "113" for a number. */
    static String label(String url) {
        return url.replaceFirst("^(https?://|tel:|mailto:)", "").replaceFirst("/$", "");
    }
}
