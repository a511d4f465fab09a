package vn.minhbach.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which items of an index come into question, without any thought of rank: one bit for each. A search finds what its words
 * match once; narrowing that by a filter, counting it and counting it again without one filter are then a matter of some
 * thousand machine words.
 */
final class Matches {

    private final List<LeafReaderContext> leaves;
    private final FixedBitSet[] segments;

    private Matches(List<LeafReaderContext> leaves, FixedBitSet[] segments) {
        this.leaves = leaves;
        this.segments = segments;
    }

    static Matches of(IndexSearcher searcher, Query query) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var segments = new FixedBitSet[leaves.size()];
        var weight = searcher.rewrite(query).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : leaves) {
            var found = new FixedBitSet(leaf.reader().maxDoc());
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                found.or(scorer.iterator());
            }
            var live = leaf.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(found, 0);
            }
            segments[leaf.ord] = found;
        }
        return new Matches(leaves, segments);
    }

    /** Just these items, told by their numbers within the whole index. */
    static Matches of(IndexSearcher searcher, int... documents) {
        var leaves = searcher.getIndexReader().leaves();
        var segments = leaves.stream()
                .map(leaf -> new FixedBitSet(leaf.reader().maxDoc()))
                .toArray(FixedBitSet[]::new);
        for (var document : documents) {
            var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            segments[leaf.ord].set(document - leaf.docBase);
        }
        return new Matches(leaves, segments);
    }

    /** Whether an item is among them. */
    boolean has(int document) {
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return segments[leaf.ord].get(document - leaf.docBase);
    }

    /** These and the others. */
    Matches or(Matches others) {
        return combined(others, FixedBitSet::or);
    }

    /** Those that a filter lets through. */
    Matches within(Matches filter) {
        return combined(filter, FixedBitSet::and);
    }

    /** Those that are not among the others. */
    Matches without(Matches others) {
        return combined(others, FixedBitSet::andNot);
    }

    private Matches combined(Matches others, BiConsumer<FixedBitSet, FixedBitSet> change) {
        var combined = new FixedBitSet[segments.length];
        for (var i = 0; i < combined.length; i++) {
            combined[i] = segments[i].clone();
            change.accept(combined[i], others.segments[i]);
        }
        return new Matches(leaves, combined);
    }

    long count() {
        return Arrays.stream(segments).mapToLong(FixedBitSet::cardinality).sum();
    }

    /** Names every item by its number within the whole index, in ascending order. */
    void each(IntConsumer item) {
        for (var leaf : leaves) {
            var words = in(leaf).getBits();
            for (var word = 0; word < words.length; word++) {
                for (var bits = words[word]; bits != 0; bits &= bits - 1) {
                    item.accept(leaf.docBase + word * Long.SIZE + Long.numberOfTrailingZeros(bits));
                }
            }
        }
    }

    List<LeafReaderContext> leaves() {
        return leaves;
    }

    /** What was found in a segment; not to be changed. */
    FixedBitSet in(LeafReaderContext leaf) {
        return segments[leaf.ord];
    }

    /** The numbers within their segment of the items found there, in ascending order. */
    int[] documents(LeafReaderContext leaf) {
        var found = in(leaf);
        var documents = new int[found.cardinality()];
        var at = 0;
        for (var word = 0; word < found.getBits().length && at < documents.length; word++) {
            for (var bits = found.getBits()[word]; bits != 0; bits &= bits - 1) {
                documents[at++] = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return documents;
    }

    /** A query for just these items. It holds only for the state of the index that they were found in. */
    Query query() {
        return new BitsQuery("found") {
            @Override
            FixedBitSet bits(LeafReaderContext leaf) {
                return in(leaf);
            }
        };
    }

    /** A query that can tell what it matches in a segment all at once. */
    abstract static class BitsQuery extends Query {

        private final String name;

        BitsQuery(String name) {
            this.name = name;
        }

        abstract FixedBitSet bits(LeafReaderContext leaf) throws IOException;

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                    var bits = bits(leaf);
                    DocIdSetIterator all = new BitSetIterator(bits, bits.cardinality());
                    return ConstantScoreScorerSupplier.fromIterator(
                            all, boost, scoreMode, leaf.reader().maxDoc());
                }

                @Override
                public boolean isCacheable(LeafReaderContext leaf) {
                    return false;
                }
            };
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String field) {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
