package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * Puts items in the order of their titles, codes or dates, or of how much people need them; what is no longer in force comes
 * behind all others.
 *
 * <p>An order is computed once for a state of the index and kept while that state is searched: for each item its rank. A page
 * of some of the items is then read off a set of ranks, where 64 at a time are passed over, so that the last page costs what
 * the first one costs.
 */
final class Listing {

    static final Query ENDED = new TermQuery(new Term(Fields.ENDED, "1"));

    /** Of a sorted number the lower bits hold the place that the item had before. */
    private static final int PLACE_BITS = 31;

    private final Map<IndexReader.CacheKey, Map<SearchRequest.Order, Ranks>> known = new ConcurrentHashMap<>();

    /**
     * An order of all documents of an index, deleted ones among them.
     *
     * @param documents by their ranks
     * @param ranks by the documents' numbers
     */
    private record Ranks(int[] documents, int[] ranks) {

        static Ranks of(int[] documents) {
            var ranks = new int[documents.length];
            for (var rank = 0; rank < documents.length; rank++) {
                ranks[documents[rank]] = rank;
            }
            return new Ranks(documents, ranks);
        }
    }

    /**
     * So many items in an order, from a place on.
     *
     * @param first how many items stand before the page; may lie beyond the end
     */
    List<ScoreDoc> page(IndexSearcher searcher, Matches among, SearchRequest.Order order, int first, int size)
            throws IOException {
        var left = among.count() - Math.max(0, first);
        if (left < 1 || size < 1) {
            return List.of();
        }
        var ranks = ranks(searcher, order);
        var chosen = new FixedBitSet(ranks.documents().length);
        among.each(document -> chosen.set(ranks.ranks()[document]));
        var page = new ArrayList<ScoreDoc>();
        for (var rank = nth(chosen, Math.max(0, first)); page.size() < Math.min(size, left); rank++) {
            rank = chosen.nextSetBit(rank);
            page.add(new ScoreDoc(ranks.documents()[rank], Float.NaN));
        }
        return page;
    }

    /** Where the bit is that has so many others before it. */
    private static int nth(FixedBitSet bits, int before) {
        var word = 0;
        var left = before;
        for (var count = Long.bitCount(bits.getBits()[0]); count <= left; count = Long.bitCount(bits.getBits()[word])) {
            left -= count;
            word++;
        }
        var at = bits.nextSetBit(word * Long.SIZE);
        for (; left > 0; left--) {
            at = bits.nextSetBit(at + 1);
        }
        return at;
    }

    private Ranks ranks(IndexSearcher searcher, SearchRequest.Order order) throws IOException {
        var helper = searcher.getIndexReader().getReaderCacheHelper();
        if (helper == null) {
            return sorted(searcher, order);
        }
        var ofReader = known.get(helper.getKey());
        if (ofReader == null) {
            ofReader = known.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(known::remove);
                return new ConcurrentHashMap<>();
            });
        }
        var ranks = ofReader.get(order);
        if (ranks == null) {
            ranks = sorted(searcher, order);
            ofReader.put(order, ranks);
        }
        return ranks;
    }

    /** How many states of the index are remembered. */
    int states() {
        return known.size();
    }

    /** Sorts by what counts least first; each further time items that are alike keep their order. */
    private static Ranks sorted(IndexSearcher searcher, SearchRequest.Order order) throws IOException {
        var reader = searcher.getIndexReader();
        var documents = IntStream.range(0, reader.maxDoc()).toArray();
        documents = sorted(documents, ordinals(reader, Fields.SORT_ID));
        switch (order) {
            case TITLE -> documents = sorted(documents, ordinals(reader, Fields.SORT_TITLE));
            case NEWEST -> documents = sorted(documents, fromHighest(reader, Fields.DATE));
            case NEED -> {
                documents = sorted(documents, ordinals(reader, Fields.SORT_TITLE));
                documents = sorted(documents, ordinals(reader, Fields.SORT_GROUP));
                documents = sorted(documents, fromHighest(reader, Fields.NEED));
            }
            case CODE, RELEVANCE -> {
                // By the id alone: without words nothing is more relevant than anything else.
            }
        }
        var ended = new long[documents.length];
        Matches.of(searcher, ENDED).each(document -> ended[document] = 1);
        return Ranks.of(sorted(documents, ended));
    }

    /** @param by for each document a number from 0 on, below 2³¹ */
    private static int[] sorted(int[] documents, long[] by) {
        var keys = new long[documents.length];
        for (var place = 0; place < keys.length; place++) {
            keys[place] = by[documents[place]] << PLACE_BITS | place;
        }
        Arrays.sort(keys);
        var sorted = new int[documents.length];
        for (var rank = 0; rank < sorted.length; rank++) {
            sorted[rank] = documents[(int) (keys[rank] & (1L << PLACE_BITS) - 1)];
        }
        return sorted;
    }

    /** For each document the place of its value among all values of the index, from 1; 0 where it has none. */
    private static long[] ordinals(IndexReader reader, String field) throws IOException {
        var leaves = reader.leaves();
        var values = new SortedDocValues[leaves.size()];
        for (var leaf : leaves) {
            values[leaf.ord] = DocValues.getSorted(leaf.reader(), field);
        }
        var map = values.length > 1 ? OrdinalMap.build(null, values, PackedInts.FASTEST) : null;
        var ordinals = new long[reader.maxDoc()];
        for (var leaf : leaves) {
            var inAll = map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf.ord);
            var inLeaf = values[leaf.ord];
            for (var document = inLeaf.nextDoc();
                    document != SortedDocValues.NO_MORE_DOCS;
                    document = inLeaf.nextDoc()) {
                ordinals[leaf.docBase + document] = inAll.get(inLeaf.ordValue()) + 1;
            }
        }
        return ordinals;
    }

    /** For each document how many higher numbers there are in a field, each counted once. */
    private static long[] fromHighest(IndexReader reader, String field) throws IOException {
        var numbers = new long[reader.maxDoc()];
        for (var leaf : reader.leaves()) {
            var inLeaf = DocValues.getNumeric(leaf.reader(), field);
            for (var document = inLeaf.nextDoc();
                    document != SortedDocValues.NO_MORE_DOCS;
                    document = inLeaf.nextDoc()) {
                numbers[leaf.docBase + document] = inLeaf.longValue();
            }
        }
        var distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        return Arrays.stream(numbers)
                .map(number -> distinct.length - 1L - Arrays.binarySearch(distinct, number))
                .toArray();
    }
}
