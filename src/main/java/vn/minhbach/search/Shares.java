package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;

/** Takes a score apart: what each field, the other names of what was typed, and everything else have given to it. */
final class Shares {

    private Shares() {}

    /** One query per form, unweighted, and one for the other names. */
    static List<Query> queries(QueryBuilder builder, Weights weights, Understood understood) {
        var queries = new ArrayList<Query>();
        for (var form : weights.forms()) {
            var one = new BooleanQuery.Builder();
            QueryBuilder.terms(understood.words(), form)
                    .forEach(term -> one.add(new TermQuery(new Term(form.field(), term)), Occur.SHOULD));
            queries.add(one.build());
        }
        var others = new BooleanQuery.Builder();
        builder.synonyms(understood.matches(), understood.words()).forEach(query -> others.add(query, Occur.SHOULD));
        queries.add(others.build());
        return queries;
    }

    /**
     * Writes the scores of a query into a column.
     *
     * @param documents in ascending order
     */
    static void scores(IndexSearcher searcher, Query query, int[] documents, double[][] into, int column)
            throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        var at = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            var end = leaf.docBase + leaf.reader().maxDoc();
            for (; at < documents.length && documents[at] < end; at++) {
                if (scorer != null) {
                    var wanted = documents[at] - leaf.docBase;
                    var reached = scorer.docID() < wanted ? scorer.iterator().advance(wanted) : scorer.docID();
                    into[at][column] = reached == wanted ? scorer.score() : 0;
                }
            }
        }
    }

    /** Why each of the documents stands where it stands, in the order given. */
    static List<SearchResult.Explanation> explain(
            IndexSearcher searcher,
            QueryBuilder builder,
            Weights weights,
            Understood understood,
            int[] documents,
            float[] scores)
            throws IOException {
        var queries = new ArrayList<>(queries(builder, weights, understood));
        queries.addAll(builder.numbers(understood));
        var order = java.util.stream.IntStream.range(0, documents.length)
                .boxed()
                .sorted(java.util.Comparator.comparingInt(i -> documents[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var sorted = java.util.Arrays.stream(order).map(i -> documents[i]).toArray();
        var shares = new double[documents.length][queries.size()];
        for (var i = 0; i < queries.size(); i++) {
            scores(searcher, queries.get(i), sorted, shares, i);
        }
        var explanations = new SearchResult.Explanation[documents.length];
        for (var i = 0; i < order.length; i++) {
            explanations[order[i]] = explanation(weights, shares[i], scores[order[i]]);
        }
        return List.of(explanations);
    }

    private static SearchResult.Explanation explanation(Weights weights, double[] shares, double score) {
        var parts = new ArrayList<SearchResult.Share>();
        var told = 0.0;
        for (var i = 0; i < shares.length; i++) {
            var form = i < weights.forms().size() ? weights.forms().get(i) : null;
            var name = form != null ? form.field() : i == weights.forms().size() ? "synonyms" : "numbers";
            var value = shares[i] * (form == null ? 1 : form.weight());
            if (value > 0) {
                parts.add(new SearchResult.Share(name, value));
                told += value;
            }
        }
        if (Math.abs(score - told) > .01) {
            parts.add(new SearchResult.Share(score > told ? "other" : "special", score - told));
        }
        return new SearchResult.Explanation(score, List.copyOf(parts));
    }
}
