package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.search.SearchRequest.Order;

/** A page read off a kept order is the page that sorting all items would give, however deep it lies, and costs no more. */
class ListingTest {

    private static final int ITEMS = 700;
    private static final List<Query> FILTERS = List.of(
            new MatchAllDocsQuery(),
            new TermQuery(new Term(Fields.FACET_PREFIX + "field", "f1")),
            new TermQuery(new Term(Fields.KIND, "unit")),
            new TermQuery(new Term(Fields.UID, "unit:7")),
            Listing.ENDED,
            new TermQuery(new Term(Fields.KIND, "nothing")));

    private final Random random = new Random(11);
    private final Map<String, SearchDocument> items = new HashMap<>();
    private final Listing listing = new Listing();
    private final SegmentedIndex index;

    ListingTest() throws IOException {
        index = new SegmentedIndex();
    }

    /** Several segments, many items of the same title and date, ids that two kinds share, some ended, some taken out again. */
    @BeforeEach
    void fill() throws IOException {
        for (var i = 0; i < ITEMS; i++) {
            put(item(i % 3 == 0 ? "unit" : "procedure", Integer.toString(i / 2)));
            if (i % 100 == 99) {
                index.refresh();
            }
        }
        for (var i = 0; i < ITEMS; i += 10) {
            remove(items.keySet().stream().sorted().toList().get(random.nextInt(items.size())));
        }
        index.refresh();
        assertThat(index.reader().leaves()).hasSizeGreaterThan(5);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void everyPageIsThatOfTheSortedList() throws IOException {
        var searcher = index.searcher();
        for (var order : Order.values()) {
            for (var filter : FILTERS) {
                var among = Matches.of(searcher, filter);
                var expected = sorted(searcher, among, order);
                for (var size : List.of(0, 1, 20, 63, 64, 65, 10_000)) {
                    for (var first : List.of(-1, 0, 1, 20, 63, 64, 128, 500, expected.size() - 1)) {
                        assertThat(page(searcher, among, order, first, size))
                                .as("%s of %s, %d from %d", order, filter, size, first)
                                .isEqualTo(slice(expected, first, size));
                    }
                }
            }
        }
    }

    @Test
    void allPagesTogetherAreTheWholeListWithEveryItemOnce() throws IOException {
        var searcher = index.searcher();
        var among = Matches.of(searcher, new MatchAllDocsQuery());
        for (var order : Order.values()) {
            var all = new ArrayList<Integer>();
            for (var first = 0; first < ITEMS; first += 15) {
                all.addAll(page(searcher, among, order, first, 15));
            }
            assertThat(all).as("%s", order).isEqualTo(sorted(searcher, among, order));
        }
    }

    @Test
    void beyondTheEndThereIsNothing() throws IOException {
        var searcher = index.searcher();
        var among = Matches.of(searcher, new MatchAllDocsQuery());
        var end = (int) among.count();
        for (var first : List.of(end, end + 1, 1_000_000, Integer.MAX_VALUE)) {
            assertThat(page(searcher, among, Order.TITLE, first, 20)).isEmpty();
        }
        assertThat(page(searcher, among, Order.TITLE, end - 1, Integer.MAX_VALUE))
                .hasSize(1);
    }

    @Test
    void anOrderFollowsTheIndexAndIsForgottenWithItsState() throws IOException {
        for (var round = 0; round < 5; round++) {
            put(item("procedure", "new" + round));
            remove("procedure:new" + (round - 1));
            index.refresh();
            var searcher = index.searcher();
            var among = Matches.of(searcher, new MatchAllDocsQuery());
            for (var order : Order.values()) {
                assertThat(page(searcher, among, order, 0, 1000)).isEqualTo(sorted(searcher, among, order));
            }
        }
        assertThat(listing.states()).isEqualTo(1);
    }

    /** The order is sorted once; after that the index is not read to sort again, for no page. */
    @Test
    void noPageReadsWhatItemsAreSortedByAgain() throws IOException {
        var reads = new int[1];
        try (var reader = new Counted(index.reader(), reads)) {
            var searcher = SegmentedIndex.searcher(reader);
            for (var order : Order.values()) {
                var among = Matches.of(searcher, new MatchAllDocsQuery());
                page(searcher, among, order, 0, 20);
                assertThat(reads[0]).as("%s, sorted", order).isPositive();
                reads[0] = 0;
                for (var first : List.of(0, 200, (int) among.count() - 20)) {
                    assertThat(page(searcher, among, order, first, 20)).hasSize(20);
                    assertThat(reads[0]).as("%s from %d", order, first).isZero();
                }
            }
        }
    }

    /** Counts how often somebody turns to the values that items are sorted by. */
    private static final class Counted extends FilterDirectoryReader {

        private final int[] reads;

        Counted(DirectoryReader in, int[] reads) throws IOException {
            super(in, new SubReaderWrapper() {
                @Override
                public LeafReader wrap(LeafReader leaf) {
                    return new FilterLeafReader(leaf) {
                        @Override
                        public @Nullable SortedDocValues getSortedDocValues(String field) throws IOException {
                            reads[0]++;
                            return super.getSortedDocValues(field);
                        }

                        @Override
                        public @Nullable NumericDocValues getNumericDocValues(String field) throws IOException {
                            reads[0]++;
                            return super.getNumericDocValues(field);
                        }

                        @Override
                        public @Nullable CacheHelper getCoreCacheHelper() {
                            return in.getCoreCacheHelper();
                        }

                        @Override
                        public @Nullable CacheHelper getReaderCacheHelper() {
                            return in.getReaderCacheHelper();
                        }
                    };
                }
            });
            this.reads = reads;
        }

        @Override
        protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
            return new Counted(in, reads);
        }

        @Override
        public IndexReader.@Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    /** The plain way: all items side by side, compared by what they say of themselves. */
    private List<Integer> sorted(IndexSearcher searcher, Matches among, Order order) throws IOException {
        var found = new HashMap<Integer, SearchDocument>();
        for (var leaf : among.leaves()) {
            for (var document : among.documents(leaf)) {
                var card = Card.of(searcher.getIndexReader(), leaf.docBase + document);
                found.put(
                        leaf.docBase + document,
                        Objects.requireNonNull(items.get(DocumentMapper.uid(card.kind(), card.id()))));
            }
        }
        var byOrder = switch (order) {
            case TITLE -> Comparator.comparing((SearchDocument item) -> new BytesRef(SortKey.of(item.title())));
            case NEWEST ->
                Comparator.comparing(
                        (SearchDocument item) -> Objects.requireNonNullElse(item.date(), Instant.EPOCH),
                        Comparator.reverseOrder());
            case NEED ->
                Comparator.comparing(this::powerOfTwo, Comparator.reverseOrder())
                        .thenComparing(item -> new BytesRef(SortKey.of(item.group())))
                        .thenComparing(item -> new BytesRef(SortKey.of(item.title())));
            case CODE, RELEVANCE -> Comparator.comparing((SearchDocument item) -> 0);
        };
        var whole = Comparator.comparing(SearchDocument::ended)
                .thenComparing(byOrder)
                .thenComparing(item -> new BytesRef(item.id()));
        return found.entrySet().stream()
                .sorted(Map.Entry.<Integer, SearchDocument>comparingByValue(whole)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Integer> slice(List<Integer> all, int first, int size) {
        var from = Math.min(Math.max(0, first), all.size());
        return all.subList(from, Math.min(all.size(), from + size));
    }

    private List<Integer> page(IndexSearcher searcher, Matches among, Order order, int first, int size)
            throws IOException {
        return listing.page(searcher, among, order, first, size).stream()
                .map(hit -> hit.doc)
                .toList();
    }

    private SearchDocument item(String kind, String id) {
        return new SearchDocument(
                        kind,
                        id,
                        List.of("Đo đạc", "ăn uống", "An toàn", "Dân số").get(random.nextInt(4)) + " "
                                + random.nextInt(60),
                        "/" + kind + "/" + id,
                        "",
                        List.of(),
                        Map.of("field", List.of("f" + random.nextInt(3))),
                        Map.of(),
                        random.nextInt(9) == 0 ? null : Instant.ofEpochSecond(random.nextInt(-20, 60)),
                        random.nextInt(6) == 0)
                .withGroup(List.of("", "Đất đai", "Văn hóa").get(random.nextInt(3)));
    }

    /** How often an item was opened, told only by powers of two. */
    private int powerOfTwo(SearchDocument item) {
        var opened = opened(item);
        return opened == 0 ? 0 : 1 + (int) Math.floor(Math.log(opened) / Math.log(2));
    }

    private static int opened(SearchDocument item) {
        return item.title().length() % 5 * 3;
    }

    private void put(SearchDocument item) throws IOException {
        index.put(item, opened(item));
        items.put(DocumentMapper.uid(item.kind(), item.id()), item);
    }

    private void remove(String uid) throws IOException {
        var item = items.remove(uid);
        if (item != null) {
            index.remove(uid);
        }
    }
}
