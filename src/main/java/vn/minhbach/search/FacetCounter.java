package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Counts how many of the items found have each value of a facet.
 *
 * <p>The values of a segment's documents are laid out in plain arrays when they are first asked for, and kept as long as the
 * segment lives: counting is then adding up, where reading them from the index for each search took a quarter of a page's time.
 */
final class FacetCounter {

    private final Map<IndexReader.CacheKey, Map<String, Column>> columns = new ConcurrentHashMap<>();

    /**
     * The values of one facet in one segment.
     *
     * @param values each value once
     * @param starts where in {@code numbers} the values of a document begin; one more than there are documents
     * @param numbers the places of values in {@code values}, document by document
     */
    private record Column(String[] values, int[] starts, int[] numbers) {

        static Column of(LeafReader reader, String field) throws IOException {
            var found = DocValues.getSortedSet(reader, field);
            var values = new String[Math.toIntExact(found.getValueCount())];
            for (var i = 0; i < values.length; i++) {
                values[i] = found.lookupOrd(i).utf8ToString();
            }
            var starts = new int[reader.maxDoc() + 1];
            var numbers = new int[reader.maxDoc()];
            var filled = 0;
            for (var document = 0; document < reader.maxDoc(); document++) {
                starts[document] = filled;
                if (found.advanceExact(document)) {
                    for (var i = 0; i < found.docValueCount(); i++) {
                        if (filled == numbers.length) {
                            numbers = java.util.Arrays.copyOf(numbers, filled * 2);
                        }
                        numbers[filled++] = Math.toIntExact(found.nextOrd());
                    }
                }
            }
            starts[reader.maxDoc()] = filled;
            return new Column(values, starts, java.util.Arrays.copyOf(numbers, filled));
        }
    }

    /** The values of each field with their counts, most first. */
    Map<String, List<SearchResult.Count>> count(Collection<String> fields, FacetsCollector found) throws IOException {
        var totals = new LinkedHashMap<String, Map<String, Long>>();
        fields.forEach(field -> totals.put(field, new HashMap<>()));
        for (var segment : found.getMatchingDocs()) {
            var documents = documents(segment);
            for (var total : totals.entrySet()) {
                count(column(segment.context().reader(), total.getKey()), documents, total.getValue());
            }
        }
        var counts = new LinkedHashMap<String, List<SearchResult.Count>>();
        totals.forEach((field, total) -> counts.put(field, sorted(total)));
        return counts;
    }

    /** What was found in a segment; read once, however many facets are counted. */
    private static int[] documents(FacetsCollector.MatchingDocs segment) throws IOException {
        var documents = new int[segment.totalHits()];
        var filled = 0;
        var found = segment.bits().iterator();
        for (var document = found.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = found.nextDoc()) {
            documents[filled++] = document;
        }
        return documents;
    }

    private static void count(Column column, int[] documents, Map<String, Long> total) {
        var counts = new int[column.values().length];
        for (var document : documents) {
            for (var i = column.starts()[document]; i < column.starts()[document + 1]; i++) {
                counts[column.numbers()[i]]++;
            }
        }
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                total.merge(column.values()[i], (long) counts[i], Long::sum);
            }
        }
    }

    private static List<SearchResult.Count> sorted(Map<String, Long> total) {
        var sorted = new ArrayList<SearchResult.Count>(total.size());
        total.forEach((value, count) -> sorted.add(new SearchResult.Count(value, count)));
        sorted.sort(Comparator.comparingLong(SearchResult.Count::count)
                .reversed()
                .thenComparing(SearchResult.Count::value));
        return List.copyOf(sorted);
    }

    private Column column(LeafReader reader, String field) throws IOException {
        var helper = reader.getCoreCacheHelper();
        if (helper == null) {
            return Column.of(reader, field);
        }
        var ofSegment = columns.get(helper.getKey());
        if (ofSegment == null) {
            ofSegment = columns.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(columns::remove);
                return new ConcurrentHashMap<>();
            });
        }
        var known = ofSegment.get(field);
        if (known == null) {
            known = Column.of(reader, field);
            ofSegment.put(field, known);
        }
        return known;
    }
}
