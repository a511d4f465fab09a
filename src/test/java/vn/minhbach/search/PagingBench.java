package vn.minhbach.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import vn.minhbach.search.SearchRequest.Order;

/**
 * What a page of a list costs on its way through the index, the first one and the last: no part of the build, but
 * {@code mvn test -Dtest=PagingBench [-Dpaging.items=100000]}. Pages are taken in turn, so that whatever else the machine does
 * falls on all of them alike.
 */
class PagingBench {

    private static final int ITEMS = Integer.getInteger("paging.items", 2_849);
    private static final int ROUNDS = 400;
    private static final int SIZE = 20;

    @Test
    void measure() throws IOException {
        try (var index = new SegmentedIndex()) {
            fill(index);
            var searcher = index.searcher();
            System.out.printf(
                    "%,d items, %d segments%n",
                    ITEMS, searcher.getIndexReader().leaves().size());
            for (var order : List.of(Order.TITLE, Order.CODE, Order.NEWEST)) {
                var listing = new Listing();
                for (var filter : List.of(
                        new MatchAllDocsQuery(), new TermQuery(new Term(Fields.FACET_PREFIX + "field", "f1")))) {
                    var among = Matches.of(searcher, filter);
                    var start = System.nanoTime();
                    listing.page(searcher, among, order, 0, SIZE);
                    var sorted = System.nanoTime() - start;
                    var firsts = new int[] {0, (int) among.count() / 2, (int) among.count() - SIZE};
                    var times = new long[firsts.length][ROUNDS];
                    for (var round = -ROUNDS; round < ROUNDS; round++) {
                        for (var i = 0; i < firsts.length; i++) {
                            var from = System.nanoTime();
                            listing.page(searcher, among, order, firsts[i], SIZE);
                            times[i][Math.max(0, round)] = System.nanoTime() - from;
                        }
                    }
                    System.out.printf(
                            "%-7s %-14s first time %8.1f µs; then the first page %7.1f µs, the middle one %7.1f, the last one"
                                    + " %7.1f%n",
                            order,
                            filter.equals(new MatchAllDocsQuery()) ? "all" : "one in ten",
                            sorted / 1e3,
                            median(times[0]),
                            median(times[1]),
                            median(times[2]));
                }
            }
        }
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2] / 1e3;
    }

    private static void fill(SegmentedIndex index) throws IOException {
        var random = new Random(1);
        for (var i = 0; i < ITEMS; i++) {
            index.put(new SearchDocument(
                    "procedure",
                    "%d.%06d".formatted(1 + i % 3, i),
                    "Thủ tục cấp giấy phép số " + random.nextInt(ITEMS),
                    "/thu-tuc/" + i,
                    "",
                    List.of(),
                    Map.of("field", List.of("f" + random.nextInt(10))),
                    Map.of(),
                    Instant.ofEpochSecond(random.nextInt(1_000_000)),
                    i % 50 == 0));
            if (i % (ITEMS / 3) == 0) {
                index.refresh();
            }
        }
        index.refresh();
    }
}
