package vn.minhbach.search;

import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** What was found and counted a moment ago in the same state of the index, so that it need not be found again to be ranked. */
final class AlreadyFound extends Query {

    private final FacetsCollector found;

    AlreadyFound(FacetsCollector found) {
        this.found = found;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws java.io.IOException {
                for (var segment : found.getMatchingDocs()) {
                    if (segment.context() == context) {
                        return ConstantScoreScorerSupplier.fromIterator(
                                segment.bits().iterator(),
                                boost,
                                scoreMode,
                                context.reader().maxDoc());
                    }
                }
                return null;
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
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
        return "already found";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlreadyFound same && same.found == found;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(found);
    }
}
