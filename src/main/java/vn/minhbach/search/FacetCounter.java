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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;

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
     * @param starts where in {@code numbers} the values of a document begin; one more than there are documents. Empty if no
     *     document has more than one value: then its number stands at the document's own place, and {@code values.length}
     *     where it has none
     * @param numbers the places of values in {@code values}, document by document
     */
    private record Column(String[] values, int[] starts, int[] numbers) {

        static Column of(LeafReader reader, String field) throws IOException {
            var single = DocValues.unwrapSingleton(DocValues.getSortedSet(reader, field));
            return single != null ? single(reader, single) : several(reader, DocValues.getSortedSet(reader, field));
        }

        private static Column single(LeafReader reader, SortedDocValues found) throws IOException {
            var values = new String[found.getValueCount()];
            for (var i = 0; i < values.length; i++) {
                values[i] = found.lookupOrd(i).utf8ToString();
            }
            var numbers = new int[reader.maxDoc()];
            for (var document = 0; document < numbers.length; document++) {
                numbers[document] = found.advanceExact(document) ? found.ordValue() : values.length;
            }
            return new Column(values, new int[0], numbers);
        }

        private static Column several(LeafReader reader, SortedSetDocValues found) throws IOException {
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

        /** How many of the documents have each value. */
        int[] count(int[] documents) {
            var counts = new int[values.length + 1];
            if (starts.length == 0) {
                for (var document : documents) {
                    counts[numbers[document]]++;
                }
            } else {
                for (var document : documents) {
                    for (var i = starts[document]; i < starts[document + 1]; i++) {
                        counts[numbers[i]]++;
                    }
                }
            }
            return counts;
        }
    }

    /** The values of each field with their counts, most first. */
    Map<String, List<SearchResult.Count>> count(Collection<String> fields, Matches found) throws IOException {
        var totals = new LinkedHashMap<String, Map<String, Long>>();
        fields.forEach(field -> totals.put(field, new HashMap<>()));
        for (var leaf : found.leaves()) {
            var documents = found.documents(leaf);
            for (var total : totals.entrySet()) {
                count(column(leaf.reader(), total.getKey()), documents, total.getValue());
            }
        }
        var counts = new LinkedHashMap<String, List<SearchResult.Count>>();
        totals.forEach((field, total) -> counts.put(field, sorted(total)));
        return counts;
    }

    private static void count(Column column, int[] documents, Map<String, Long> total) {
        var counts = column.count(documents);
        for (var i = 0; i < column.values().length; i++) {
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
