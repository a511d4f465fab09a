package vn.minhbach.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers searches from the index in use. While there is none yet, it finds nothing and says so by {@link #state()}. */
@ApplicationScoped
public class SearchService {

    /** The facet that counts hits by kind of content. */
    public static final String KIND = SearchEngine.KIND;

    private final Synonyms synonyms = Synonyms.of(Synonyms.shipped());
    private final SearchEngine engine = new SearchEngine(() -> synonyms);

    @Inject
    SearchIndexer indexer;

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
}
