package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** What is found by counting 64 items at a time, and ranked clause by clause, is what looking at each item would find. */
class MatchesTest {

    private static final int ITEMS = 700;
    private static final int WORDS = 40;

    private final Random random = new Random(5);
    private final List<Set<String>> bodies = new ArrayList<>();

    @Test
    void findsWhatHoldsEnoughOfTheWords() throws IOException {
        withIndex(searcher -> {
            for (var round = 0; round < 200; round++) {
                var words = words(1 + random.nextInt(12));
                var enough = 1 + random.nextInt(words.size());
                var found = Matches.of(searcher, new EnoughWords(Fields.ALL, words, enough));

                var expected = new HashSet<String>();
                for (var i = 0; i < ITEMS; i++) {
                    if (isLeft(i)
                            && bodies.get(i).stream().filter(words::contains).count() >= enough) {
                        expected.add(Integer.toString(i));
                    }
                }
                assertThat(ids(searcher, found)).isEqualTo(expected);
                assertThat(found.count()).isEqualTo(expected.size());
            }
        });
    }

    @Test
    void narrowsAndTakesOut() throws IOException {
        withIndex(searcher -> {
            var some = Matches.of(searcher, has("w1"));
            var others = Matches.of(searcher, has("w2"));

            var both = ids(searcher, some);
            both.retainAll(ids(searcher, others));
            assertThat(ids(searcher, some.within(others))).isEqualTo(both).isNotEmpty();
            var rest = ids(searcher, some);
            rest.removeAll(both);
            assertThat(ids(searcher, some.without(others))).isEqualTo(rest).isNotEmpty();
            assertThat(searcher.count(some.query())).isEqualTo((int) some.count());
        });
    }

    @Test
    void ranksAsIfEveryClauseHadBeenAddedUpForEveryItem() throws IOException {
        withIndex(searcher -> {
            for (var round = 0; round < 200; round++) {
                var clauses = new ArrayList<Query>();
                for (var word : words(1 + random.nextInt(25))) {
                    clauses.add(new BoostQuery(new TermQuery(new Term(Fields.BODY, word)), random.nextFloat(3)));
                    clauses.add(new TermQuery(new Term(Fields.TITLE, word)));
                }
                if (round % 2 == 0) {
                    // Knows no limit to what it gives.
                    clauses.add(FeatureField.newLinearQuery(Fields.PRIOR, Fields.STANDING, random.nextFloat(5)));
                    clauses.add(new TermQuery(new Term(Fields.KIND, "procedure")));
                }
                if (round % 4 < 2) {
                    clauses.add(sum());
                    clauses.add(new DisjunctionMaxQuery(List.of(sum(), sum(), sum()), 0));
                }
                var among = round % 3 == 0
                        ? Matches.of(searcher, has("w3"))
                        : Matches.of(searcher, new MatchAllDocsQuery());
                var wanted = 1 + random.nextInt(30);

                var best = Ranking.best(searcher, clauses, among, wanted);
                everyoneNear(searcher, clauses, among, random.nextFloat(.05f, 1), random.nextInt(1, 20));

                var sum = new BooleanQuery.Builder().add(among.query(), Occur.FILTER);
                clauses.forEach(clause -> sum.add(clause, Occur.SHOULD));
                var expected = searcher.search(sum.build(), wanted).scoreDocs;
                assertThat(best).hasSize(expected.length);
                for (var i = 0; i < expected.length; i++) {
                    assertThat((double) best.get(i).score).isCloseTo(expected[i].score, within(1e-3));
                    var itsOwn = searcher.explain(sum.build(), best.get(i).doc);
                    assertThat(itsOwn.getValue().doubleValue()).isCloseTo(best.get(i).score, within(1e-3));
                }
                assertThat(best.stream().map(hit -> hit.doc).distinct()).hasSameSizeAs(best);
            }
        });
    }

    /** Those that have a share of the best one's score are all there, and so many in any case, and nobody else. */
    private static void everyoneNear(IndexSearcher searcher, List<Query> clauses, Matches among, float share, int atLeast) throws IOException {
        var all = Ranking.best(searcher, clauses, among, ITEMS);
        var least = share * all.getFirst().score;

        var near = Ranking.near(searcher, clauses, among, share, atLeast);

        assertThat(near.getFirst().score).isEqualTo(all.getFirst().score);
        assertThat(near.stream().map(hit -> hit.doc))
                .containsExactlyElementsOf(IntStream.range(0, all.size())
                        .filter(i -> i < atLeast || all.get(i).score >= least)
                        .mapToObj(i -> all.get(i).doc)
                        .toList());
    }

    @Test
    void namesEveryItemOnceInAscendingOrder() throws IOException {
        withIndex(searcher -> {
            var found = Matches.of(searcher, has("w1"));
            var named = new ArrayList<Integer>();
            found.each(named::add);

            var expected = new ArrayList<Integer>();
            for (var leaf : found.leaves()) {
                for (var document : found.documents(leaf)) {
                    expected.add(leaf.docBase + document);
                }
            }
            assertThat(named).isEqualTo(expected).hasSize((int) found.count());
        });
    }

    private static org.assertj.core.data.Offset<Double> within(double difference) {
        return org.assertj.core.data.Offset.offset(difference);
    }

    private static Query has(String word) {
        return new EnoughWords(Fields.ALL, Set.of(word), 1);
    }

    private Query sum() {
        var sum = new BooleanQuery.Builder();
        words(1 + random.nextInt(5)).forEach(word -> sum.add(new TermQuery(new Term(Fields.BODY, word)), Occur.SHOULD));
        return sum.build();
    }

    /** Every tenth item is taken out again. */
    private static boolean isLeft(int item) {
        return item % 10 != 0;
    }

    private Set<String> words(int many) {
        var words = new LinkedHashSet<String>();
        while (words.size() < many) {
            words.add(word());
        }
        return words;
    }

    /** Low numbers are common words. */
    private String word() {
        return "w" + (int) (WORDS * Math.pow(random.nextDouble(), 2.5));
    }

    private static Set<String> ids(IndexSearcher searcher, Matches found) throws IOException {
        var ids = new HashSet<String>();
        for (var leaf : found.leaves()) {
            for (var document : found.documents(leaf)) {
                ids.add(Card.of(searcher.getIndexReader(), leaf.docBase + document)
                        .id());
            }
        }
        return ids;
    }

    private interface Use {

        void on(IndexSearcher searcher) throws IOException;
    }

    /** An index of several segments. */
    private void withIndex(Use use) throws IOException {
        try (var index = new SegmentedIndex()) {
            for (var i = 0; i < ITEMS; i++) {
                var body = List.copyOf(words(1 + random.nextInt(20)));
                bodies.add(Set.copyOf(body));
                index.put(new SearchDocument(
                                "procedure",
                                Integer.toString(i),
                                body.getFirst(),
                                "/thu-tuc/" + i,
                                String.join(" ", body),
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Instant.ofEpochSecond(random.nextInt(50)),
                                false)
                        .withStanding(random.nextFloat(.01f, 1)));
                if (i % 300 == 299) {
                    index.refresh();
                }
            }
            for (var i = 0; i < ITEMS; i++) {
                if (!isLeft(i)) {
                    index.remove("procedure:" + i);
                }
            }
            index.refresh();
            assertThat(index.reader().leaves()).hasSize(3);
            use.on(index.searcher());
        }
    }
}
