package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

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

    private static final Comparator<ScoreDoc> BETTER_FIRST =
            Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc);

    private final int wanted;
    private final PriorityQueue<ScoreDoc> best = new PriorityQueue<>(BETTER_FIRST.reversed());

    private Ranking(int wanted) {
        this.wanted = wanted;
    }

    /** The best of the items by the sum of all clauses; of equal ones the earlier in the index. */
    static List<ScoreDoc> best(IndexSearcher searcher, List<Query> clauses, Matches among, int wanted)
            throws IOException {
        if (wanted < 1) {
            return List.of();
        }
        var weights = new ArrayList<Weight>();
        for (var clause : clauses) {
            weights.add(searcher.createWeight(searcher.rewrite(clause), ScoreMode.TOP_SCORES, 1));
        }
        var ranking = new Ranking(wanted);
        for (var leaf : among.leaves()) {
            var documents = among.documents(leaf);
            if (documents.length > 0) {
                new Segment(leaf, among.in(leaf).clone(), documents, clauses(weights, leaf)).rank(ranking);
            }
        }
        var sorted = new ArrayList<>(ranking.best);
        sorted.sort(BETTER_FIRST);
        return Collections.unmodifiableList(sorted);
    }

    private void offer(int document, float score) {
        if (best.size() < wanted) {
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

    /**
     * A clause in one segment.
     *
     * @param cost how many items it meets, at most
     * @param most what it can give to an item
     */
    private record Clause(Scorer scorer, long cost, float most) {}

    /** Those that meet anything, the rarest first. */
    private static List<Clause> clauses(List<Weight> weights, LeafReaderContext leaf) throws IOException {
        var clauses = new ArrayList<Clause>();
        for (var weight : weights) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                clauses.add(new Clause(
                        scorer, scorer.iterator().cost(), scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS)));
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

        /** Drops what is worse than the best by more than what is to come. */
        private void drop(Ranking ranking, double toCome) {
            if (size <= ranking.wanted) {
                return;
            }
            var reached = Math.max(ranking.worst(), reached(ranking.wanted));
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

        /** What so many items have at least. */
        private float reached(int many) {
            var highest = new PriorityQueue<Float>();
            var lowest = 0f;
            for (var i = 0; i < size; i++) {
                var score = scores[documents[i]];
                if (score > lowest) {
                    highest.add(score);
                    if (highest.size() > many) {
                        highest.remove();
                    }
                    if (highest.size() == many) {
                        lowest = highest.element();
                    }
                }
            }
            return lowest;
        }

        private void add(Clause clause) throws IOException {
            var scorer = clause.scorer();
            var items = scorer.iterator();
            if (clause.cost() > (long) size * FEW) {
                for (var i = 0; i < size; i++) {
                    if (items.docID() < documents[i]) {
                        items.advance(documents[i]);
                    }
                    if (items.docID() == documents[i]) {
                        scores[documents[i]] += scorer.score();
                    }
                }
                return;
            }
            items.nextDoc();
            scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, left, buffer);
            while (buffer.size > 0) {
                for (var i = 0; i < buffer.size; i++) {
                    scores[buffer.docs[i]] += buffer.features[i];
                }
                scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, left, buffer);
            }
        }
    }
}
