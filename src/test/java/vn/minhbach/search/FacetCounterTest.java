package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facets are counted over all segments, without what was replaced or taken out. */
class FacetCounterTest {

    @TempDir
    Path home = Path.of("");

    private final FacetCounter counter = new FacetCounter();

    @Test
    void countsEachValueOfEachItemOnce() throws IOException {
        try (var index = SearchIndex.create(home)) {
            index.put(item("1", "Hộ tịch", "PROVINCE", "COMMUNE"));
            index.put(item("2", "Hộ tịch", "COMMUNE"));
            index.commit(1, "");
            index.put(item("3", "Đất đai", "PROVINCE"));
            index.commit(2, "");
            index.refresh();
            assertThat(count(index, "field"))
                    .containsExactly(new SearchResult.Count("Hộ tịch", 2), new SearchResult.Count("Đất đai", 1));
            assertThat(count(index, "level"))
                    .containsExactly(new SearchResult.Count("COMMUNE", 2), new SearchResult.Count("PROVINCE", 2));
            assertThat(count(index, "nothing")).isEmpty();

            index.put(item("1", "Đất đai"));
            index.remove("procedure", "2");
            index.commit(3, "");
            index.refresh();
            assertThat(count(index, "field")).containsExactly(new SearchResult.Count("Đất đai", 2));
            assertThat(count(index, "level")).containsExactly(new SearchResult.Count("PROVINCE", 1));
        }
    }

    private List<SearchResult.Count> count(SearchIndex index, String facet) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            var field = Fields.FACET_PREFIX + facet;
            return counter.count(List.of(field), Matches.of(searcher, new MatchAllDocsQuery()))
                    .getOrDefault(field, List.of());
        } finally {
            index.searchers().release(searcher);
        }
    }

    private static SearchDocument item(String id, String field, String... levels) {
        return new SearchDocument(
                "procedure",
                id,
                "Thủ tục " + id,
                "/thu-tuc/" + id,
                "",
                List.of(),
                Map.of("field", List.of(field), "level", List.of(levels)),
                Map.of(),
                null,
                false);
    }
}
