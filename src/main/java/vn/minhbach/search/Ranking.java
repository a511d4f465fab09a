package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.FloatHeap;

/**
 * Finds the best of many items by the sum of what each clause of a query gives to them.
 *
 * <p>A question in words becomes some hundred clauses: each syllable and pair of neighbours in each field. They are taken
 * one after the other, each in one run over its items, the rarest first, which also give most. Before a common one is taken,
 * items are dropped that would not be among the best even if they got all that is left; so the clauses that half of all
 * items meet are looked up for a few hundred only. What comes out is the same as if everything had been added up.
 */
final class Ranking {

    /** An item is looked up in a clause by itself if the clause has so many times more items than are left. */
    private static final int FEW = 32;

    /** Scores are sums of rounded numbers; an item that could be better by less than this share is not dropped. */
    private static final float ROUNDING = 1e-4f;

    static final Comparator<ScoreDoc> BETTER_FIRST =
            Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc);

    private final int wanted;
    private final float share;
    private final PriorityQueue<ScoreDoc> best = new PriorityQueue<>(BETTER_FIRST.reversed());
    private float highest;

    private Ranking(int wanted, float share) {
        this.wanted = wanted;
        this.share = share;
    }

    /** The best of the items by the sum of all clauses; of equal ones the earlier in the index. */
    static List<ScoreDoc> best(IndexSearcher searcher, List<Query> clauses, Matches among, int wanted)
            throws IOException {
        return wanted < 1 ? List.of() : new Ranking(wanted, 0).rank(searcher, clauses, among);
    }

    /** All items that have at least this share of what the best one has, but so many in any case, the best first. */
    static List<ScoreDoc> near(IndexSearcher searcher, List<Query> clauses, Matches among, float share, int atLeast)
            throws IOException {
        var ranking = new Ranking(atLeast, share);
        var reached = ranking.rank(searcher, clauses, among);
        var needed = share * ranking.highest;
        var last = reached.size();
        while (last > atLeast && reached.get(last - 1).score < needed) {
            last--;
        }
        return reached.subList(0, last);
    }

    private List<ScoreDoc> rank(IndexSearcher searcher, List<Query> clauses, Matches among) throws IOException {
        var weights = new ArrayList<List<List<Weight>>>();
        for (var clause : clauses) {
            for (var part : parts(clause)) {
                weights.add(weights(searcher, part));
            }
        }
        for (var leaf : among.leaves()) {
            var documents = among.documents(leaf);
            if (documents.length > 0) {
                new Segment(leaf, among.in(leaf).clone(), documents, clauses(weights, leaf)).rank(this);
            }
        }
        var sorted = new ArrayList<>(best);
        sorted.sort(BETTER_FIRST);
        return Collections.unmodifiableList(sorted);
    }

    private void offer(int document, float score) {
        highest = Math.max(highest, score);
        if (share > 0 || best.size() < wanted) {
            best.add(new ScoreDoc(document, score));
        } else if (score > worst()) {
            best.remove();
            best.add(new ScoreDoc(document, score));
        }
    }

    /** The score that must be passed; only the best of a segment are compared with it. */
    private float worst() {
        return best.size() < wanted ? Float.NEGATIVE_INFINITY : best.element().score;
    }

    /** What a clause adds up; a sum in a sum is taken apart. */
    private static List<Query> parts(Query clause) {
        if (clause instanceof BooleanQuery sum
                && sum.getMinimumNumberShouldMatch() == 0
                && sum.clauses().stream().allMatch(part -> part.occur() == Occur.SHOULD)) {
            return sum.clauses().stream()
                    .flatMap(part -> parts(part.query()).stream())
                    .toList();
        }
        return List.of(clause);
    }

    /** Of how many sums the best counts, and what each adds up: for most clauses one sum of one. */
    private static List<List<Weight>> weights(IndexSearcher searcher, Query clause) throws IOException {
        var sums = clause instanceof DisjunctionMaxQuery either && either.getTieBreakerMultiplier() == 0
                ? either.getDisjuncts()
                : List.of(clause);
        var weights = new ArrayList<List<Weight>>();
        for (var sum : sums) {
            var added = new ArrayList<Weight>();
            for (var part : parts(sum)) {
                added.add(searcher.createWeight(searcher.rewrite(part), ScoreMode.TOP_SCORES, 1));
            }
            weights.add(added);
        }
        return weights;
    }

    /**
     * A clause in one segment.
     *
     * @param either of these sums the best counts
     * @param cost how many items it meets, at most
     * @param most what it can give to an item
     */
    private record Clause(List<List<Scorer>> either, long cost, double most) {

        static Clause of(List<List<Weight>> weights, LeafReaderContext leaf) throws IOException {
            var either = new ArrayList<List<Scorer>>();
            var cost = 0L;
            var most = 0.0;
            for (var sum : weights) {
                var scorers = new ArrayList<Scorer>();
                var together = 0.0;
                for (var weight : sum) {
                    var scorer = weight.scorer(leaf);
                    if (scorer != null) {
                        scorers.add(scorer);
                        cost += scorer.iterator().cost();
                        together += scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
                    }
                }
                if (!scorers.isEmpty()) {
                    either.add(scorers);
                    most = Math.max(most, together);
                }
            }
            return new Clause(either, cost, most);
        }
    }

    /** Those that meet anything, the rarest first. */
    private static List<Clause> clauses(List<List<List<Weight>>> weights, LeafReaderContext leaf) throws IOException {
        var clauses = new ArrayList<Clause>();
        for (var weight : weights) {
            var clause = Clause.of(weight, leaf);
            if (!clause.either().isEmpty()) {
                clauses.add(clause);
            }
        }
        clauses.sort(Comparator.comparingLong(Clause::cost));
        return clauses;
    }

    /** The items of one segment that are still in question, and what they have so far. */
    private static final class Segment {

        private final LeafReaderContext leaf;
        private final FixedBitSet left;
        private final int[] documents;
        private int size;

        /** What an item must have in the end at least. */
        private float reached;

        private final List<Clause> clauses;
        private final float[] scores;
        private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

        Segment(LeafReaderContext leaf, FixedBitSet left, int[] documents, List<Clause> clauses) {
            this.leaf = leaf;
            this.left = left;
            this.documents = documents;
            this.clauses = clauses;
            size = documents.length;
            scores = new float[leaf.reader().maxDoc()];
        }

        void rank(Ranking ranking) throws IOException {
            var toCome = toCome();
            var sinceDropped = 0L;
            for (var i = 0; i < toCome.length; i++) {
                var clause = clauses.get(i);
                if (sinceDropped + clause.cost() > size) {
                    drop(ranking, toCome[i]);
                    sinceDropped = 0;
                }
                add(clause);
                sinceDropped += clause.cost();
            }
            for (var i = 0; i < size; i++) {
                ranking.offer(leaf.docBase + documents[i], scores[documents[i]]);
            }
        }

        /** What each clause and all behind it can give together; some do not know a limit and name an enormous one. */
        private double[] toCome() {
            var toCome = new double[clauses.size()];
            var sum = 0.0;
            for (var i = toCome.length - 1; i >= 0; i--) {
                sum += clauses.get(i).most();
                toCome[i] = sum;
            }
            return toCome;
        }

        /** Drops what is worse than it must be by more than what is to come. */
        private void drop(Ranking ranking, double toCome) {
            if (size <= ranking.wanted) {
                return;
            }
            reached = ranking.share > 0
                    ? Math.min(ranking.share * highest(ranking.highest), reached(ranking.wanted, toCome))
                    : Math.max(ranking.worst(), reached(ranking.wanted, toCome));
            var needed = reached - toCome - ROUNDING * Math.abs(reached);
            if (needed <= 0) {
                return;
            }
            var kept = 0;
            for (var i = 0; i < size; i++) {
                var document = documents[i];
                if (scores[document] >= needed) {
                    documents[kept++] = document;
                } else {
                    left.clear(document);
                }
            }
            size = kept;
        }

        /** What the best item has by now. */
        private float highest(float elsewhere) {
            var highest = elsewhere;
            for (var i = 0; i < size; i++) {
                highest = Math.max(highest, scores[documents[i]]);
            }
            return highest;
        }

        /** What so many items have at least; need not be told exactly where it is less than what is to come. */
        private float reached(int many, double toCome) {
            var highest = new FloatHeap(many);
            var from = Math.max(reached, (float) toCome);
            for (var i = 0; i < size; i++) {
                if (scores[documents[i]] >= from) {
                    highest.offer(scores[documents[i]]);
                }
            }
            return highest.size() < many ? reached : highest.peek();
        }

        private void add(Clause clause) throws IOException {
            if (clause.either().size() == 1) {
                add(clause.either().getFirst(), scores);
                return;
            }
            var sums = new float[scores.length];
            var best = new float[scores.length];
            for (var sum : clause.either()) {
                add(sum, sums);
                for (var i = 0; i < size; i++) {
                    var document = documents[i];
                    best[document] = Math.max(best[document], sums[document]);
                    sums[document] = 0;
                }
            }
            for (var i = 0; i < size; i++) {
                scores[documents[i]] += best[documents[i]];
            }
        }

        private void add(List<Scorer> sum, float[] to) throws IOException {
            for (var scorer : sum) {
                add(scorer, to);
            }
        }

        private void add(Scorer scorer, float[] to) throws IOException {
            var items = scorer.iterator();
            if (items.cost() > (long) size * FEW) {
                for (var i = 0; i < size; i++) {
                    if (items.docID() < documents[i]) {
                        items.advance(documents[i]);
                    }
                    if (items.docID() == documents[i]) {
                        to[documents[i]] += scorer.score();
                    }
                }
                return;
            }
            items.nextDoc();
            scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, left, buffer);
            while (buffer.size > 0) {
                for (var i = 0; i < buffer.size; i++) {
                    to[buffer.docs[i]] += buffer.features[i];
                }
                scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, left, buffer);
            }
        }
    }
}
