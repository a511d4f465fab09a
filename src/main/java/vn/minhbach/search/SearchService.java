package vn.minhbach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;

/** Answers searches from the index in use. While there is none yet, it finds nothing and says so by {@link #state()}. */
@ApplicationScoped
public class SearchService {

    /** The facet that counts hits by kind of content. */
    public static final String KIND = SearchEngine.KIND;

    private final SearchEngine engine =
            new SearchEngine(() -> teaching().synonyms(), query -> teaching().firstFor(query));

    @Inject
    SearchIndexer indexer;

    @Inject
    SearchTeaching teaching;

    private SearchTeaching teaching() {
        return teaching;
    }

    public IndexState state() {
        return indexer.state();
    }

    /** Never fails on what was typed; an over-long query is cut, which the result tells. */
    public SearchResult search(SearchRequest request) {
        var index = indexer.current();
        if (index == null) {
            return SearchResult.NOTHING;
        }
        try {
            return engine.search(index, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (org.apache.lucene.store.AlreadyClosedException e) {
            // The index was swapped for a new one under our feet; the new one is there by now.
            return indexer.current() == index ? SearchResult.NOTHING : search(request);
        }
    }

    /** The public item at an address, with or without the portal's own address and the language in front; if there is one. */
    public Optional<Hit> at(String address) {
        var path = address.strip().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
        var index = indexer.current();
        if (index == null || path.isEmpty()) {
            return Optional.empty();
        }
        try {
            var found = engine.at(index, path);
            return found.isEmpty() && path.startsWith("/en/") ? engine.at(index, path.substring(3)) : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the index anew beside the one in use.
     *
     * @param by who wants it, for the log
     */
    @Transactional
    @Permit(Permission.REBUILD_INDEX)
    public void rebuild(String by) {
        indexer.startRebuild("asked for by " + by);
    }
}
