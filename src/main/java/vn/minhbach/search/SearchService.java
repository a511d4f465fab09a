package vn.minhbach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Address;

/**
 * Answers searches from the index in use. Whatever a search fails of is taken for damage of the index until the index was
 * compared with its checksums.
 */
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

    /**
     * Never fails on what was typed; an over-long query is cut, which the result tells.
     *
     * @throws UnavailableException while there is no index, or the one in use is to be repaired
     */
    public SearchResult search(SearchRequest request) {
        // Asked before the index is, so that a database that is away is not taken for damage.
        teaching.synonyms();
        teaching.firstFor(request.query());
        return with(index -> engine.search(index, request));
    }

    /** The public item that is known by this id within its kind; empty if it is not, or no longer, public. */
    public Optional<Hit> item(String kind, String id) {
        return with(index -> engine.item(index, kind, id));
    }

    /** The public item at an address, with or without the portal's own address and the language in front; if there is one. */
    public Optional<Hit> at(String address) {
        var path = address.strip().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return with(index -> {
            var found = engine.at(index, path);
            return found.isEmpty() ? engine.at(index, Address.withoutLanguage(path)) : found;
        });
    }

    private interface Asking<T> {
        T of(SearchIndex index) throws IOException;
    }

    private <T> T with(Asking<T> asking) {
        var index = indexer.current();
        if (index == null) {
            throw new UnavailableException(UnavailableException.Part.SEARCH);
        }
        try {
            return asking.of(index);
        } catch (AlreadyClosedException e) {
            if (indexer.current() != index) {
                // The index was swapped for a new one under our feet; the new one is there by now.
                return with(asking);
            }
            throw unavailable(index, e);
        } catch (Throwable e) {
            // Lucene trusts its files: a wrong byte in them ends in whatever the code that reads it comes to.
            throw unavailable(index, e);
        }
    }

    /** What a reader is told of a search that failed; a fault of ours is thrown on as it is. */
    private UnavailableException unavailable(SearchIndex index, Throwable failure) {
        if (!indexer.suspect(index, failure)) {
            switch (failure) {
                case RuntimeException ours -> throw ours;
                case Error ours -> throw ours;
                default -> throw new IllegalStateException(failure);
            }
        }
        return new UnavailableException(UnavailableException.Part.SEARCH, failure);
    }

    /**
     * Rebuilds the index beside the one in use.
     *
     * @param by who wants it, for the log
     */
    @Transactional
    @Permit(Permission.REBUILD_INDEX)
    public void rebuild(String by) {
        indexer.startRebuild("asked for by " + by);
    }
}
