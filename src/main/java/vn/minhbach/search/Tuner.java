package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;

/**
 * Looks for better {@link Weights} on judged queries. For each query the scores of every field are taken once for the items
 * that come into question; then weights are tried by turning one knob after the other as long as it helps. What it gains is
 * told by cross-validation: weights found on four fifths of the queries, measured on the fifth they never saw.
 */
final class Tuner {

    private static final int POOL = 200;
    private static final int FOLDS = 5;
    private static final double[] TURNS = {0, .5, .7, .85, 1.2, 1.5, 2.2};

    private final Weights start;
    private final List<Case> cases = new ArrayList<>();

    /** One query: per item that comes into question its share from each knob, and its grade. */
    private record Case(String source, double[][] shares, int[] grades, Map<String, Integer> relevant, String[] ids) {}

    Tuner(Weights start) {
        this.start = start;
    }

    /** Takes the scores of one query. */
    void take(IndexSearcher searcher, Understood understood, Evaluation.Judged judged) throws IOException {
        var queries = Shares.queries(new QueryBuilder(start), start, understood);
        var pool = new TreeSet<Integer>();
        var built = new QueryBuilder(start).build(understood, 0);
        for (var hit : Ranking.best(searcher, built.scoring(), Matches.of(searcher, built.matching()), POOL)) {
            pool.add(hit.doc);
        }
        for (var query : queries) {
            if (!((BooleanQuery) query).clauses().isEmpty()) {
                Arrays.stream(searcher.search(query, POOL / 8).scoreDocs).forEach(hit -> pool.add(hit.doc));
            }
        }
        var documents = pool.stream().mapToInt(Integer::intValue).toArray();
        var shares = new double[documents.length][queries.size()];
        for (var i = 0; i < queries.size(); i++) {
            Shares.scores(searcher, queries.get(i), documents, shares, i);
        }
        var ids = new String[documents.length];
        var grades = new int[documents.length];
        for (var i = 0; i < documents.length; i++) {
            ids[i] = Card.of(searcher.getIndexReader(), documents[i]).id();
            grades[i] = judged.relevant().getOrDefault(ids[i], 0);
        }
        cases.add(new Case(judged.source(), shares, grades, judged.relevant(), ids));
    }

    /** Finds weights and says what they are good for. */
    String report() {
        var knobs = start.forms().size() + 1;
        var from = new double[knobs];
        for (var i = 0; i < knobs - 1; i++) {
            from[i] = start.forms().get(i).weight();
        }
        from[knobs - 1] = 1;
        var out = new StringBuilder();
        var before = 0.0;
        var after = 0.0;
        for (var fold = 0; fold < FOLDS; fold++) {
            var held = fold;
            var train = indexed(i -> i % FOLDS != held);
            var test = indexed(i -> i % FOLDS == held);
            var found = climb(from, train);
            before += goal(from, test) / FOLDS;
            after += goal(found, test) / FOLDS;
        }
        out.append("cross-validated goal (nDCG@10 + R@10)/2: %.4f -> %.4f%n".formatted(before, after));
        var all = indexed(i -> true);
        var best = climb(from, all);
        out.append("on all: %.4f -> %.4f%n".formatted(goal(from, all), goal(best, all)));
        for (var i = 0; i < knobs; i++) {
            out.append("  %-10s %.3f -> %.3f%n"
                    .formatted(i < knobs - 1 ? start.forms().get(i).field() : "other names", from[i], best[i]));
        }
        return out.toString();
    }

    private List<Case> indexed(Predicate<Integer> wanted) {
        var some = new ArrayList<Case>();
        for (var i = 0; i < cases.size(); i++) {
            if (wanted.test(i)) {
                some.add(cases.get(i));
            }
        }
        return some;
    }

    private static double[] climb(double[] from, List<Case> cases) {
        var best = from.clone();
        var reached = goal(best, cases);
        for (var round = 0; round < 6; round++) {
            var before = reached;
            for (var knob = 0; knob < best.length; knob++) {
                for (var turn : TURNS) {
                    var tried = best.clone();
                    tried[knob] = best[knob] == 0 ? turn * .3 : best[knob] * turn;
                    var goal = goal(tried, cases);
                    if (goal > reached + 1e-5) {
                        reached = goal;
                        best = tried;
                    }
                }
            }
            if (reached - before < 1e-4) {
                break;
            }
        }
        return best;
    }

    /** Every source of queries counts the same, however many queries it has. */
    private static double goal(double[] weights, List<Case> cases) {
        var sums = new HashMap<String, double[]>();
        for (var one : cases) {
            var sum = sums.computeIfAbsent(one.source(), unused -> new double[2]);
            sum[0] += goal(weights, one);
            sum[1]++;
        }
        return sums.values().stream()
                .mapToDouble(sum -> sum[0] / sum[1])
                .average()
                .orElse(0);
    }

    private static double goal(double[] weights, Case one) {
        var scores = new double[one.shares().length];
        for (var i = 0; i < scores.length; i++) {
            for (var j = 0; j < weights.length; j++) {
                scores[i] += weights[j] * one.shares()[i][j];
            }
        }
        var order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -scores[i]));
        var found = Arrays.stream(order).limit(20).map(i -> one.ids()[i]).toList();
        var measured = Evaluation.score(one.relevant(), found);
        return (measured[1] + measured[4]) / 2;
    }
}
