package vn.minhbach.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Measures how well the search finds what it should. A corpus is indexed and searched exactly as the portal does it, judged
 * queries are run in all their spellings, and what comes is compared with what should have come.
 */
public final class Evaluation implements AutoCloseable {

    private static final int DEEP = 20;

    private final SearchIndex index;
    private final SearchEngine engine;
    private final long buildMillis;
    private final int documents;
    private final java.util.Set<String> ids;

    /**
     * A judged query.
     *
     * @param source where it comes from; measures are told by source too
     * @param relevant the grade of each document that answers it
     * @param variants other spellings of the same query by name: "nodia", "telex" …
     */
    public record Judged(
            String id, String text, String source, Map<String, Integer> relevant, Map<String, String> variants) {}

    /**
     * What one query in one spelling brought.
     *
     * @param total how many items were found
     * @param clear whether the first is shown as the answer
     */
    public record Outcome(
            String id,
            String source,
            String variant,
            String typed,
            String repaired,
            List<String> found,
            long total,
            boolean clear) {}

    /**
     * Means over queries.
     *
     * @param total how many items half of the queries find at most
     * @param answered the share of queries of which the first hit is shown as the answer
     * @param answeredRight the share of these answers that are right; 1 if there are none
     */
    public record Measures(
            int queries,
            double recall1,
            double recall10,
            double recall20,
            double mrr10,
            double ndcg10,
            double success1,
            double altered,
            long total,
            double answered,
            double answeredRight) {}

    /** Milliseconds per search, and how many of them the processor worked, on average. */
    public record Times(double p50, double p95, double p99, double processor) {}

    private Evaluation(
            SearchIndex index, SearchEngine engine, long buildMillis, int documents, java.util.Set<String> ids) {
        this.index = index;
        this.engine = engine;
        this.buildMillis = buildMillis;
        this.documents = documents;
        this.ids = ids;
    }

    /** Indexes a corpus in a folder of its own. */
    public static Evaluation over(Path folder, Consumer<Consumer<SearchDocument>> corpus) throws IOException {
        var start = System.nanoTime();
        var index = SearchIndex.create(folder);
        var ids = new HashSet<String>();
        corpus.accept(document -> {
            try {
                ids.add(document.id());
                index.put(document);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        index.compact();
        index.commit(0, "");
        index.refresh();
        var synonyms = Synonyms.of(Synonyms.shipped());
        var millis = (System.nanoTime() - start) / 1_000_000;
        return new Evaluation(index, new SearchEngine(() -> synonyms), millis, index.documents(), ids);
    }

    public long buildMillis() {
        return buildMillis;
    }

    public int documents() {
        return documents;
    }

    public long indexBytes() throws IOException {
        try (var files = Files.walk(index.folder())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Runs all queries in one spelling; "typed" is the query as it stands. */
    public List<Outcome> run(List<Judged> queries, String variant) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        for (var query : queries) {
            var typed =
                    variant.equals("typed") ? query.text() : query.variants().getOrDefault(variant, query.text());
            var result = engine.search(index, request(typed, List.of(), false));
            outcomes.add(new Outcome(
                    query.id(),
                    query.source(),
                    variant,
                    typed,
                    result.repaired() == null ? "" : result.repaired(),
                    result.hits().stream().map(Hit::id).toList(),
                    result.total(),
                    result.clear()));
        }
        return outcomes;
    }

    /** Searches as the page does, with facets and snippets, and takes the time. */
    public Times times(List<Judged> queries, List<String> facets, int rounds) throws IOException {
        var nanos = new ArrayList<Long>();
        var clock = java.lang.management.ManagementFactory.getThreadMXBean();
        var busy = 0L;
        for (var round = 0; round <= rounds; round++) {
            var busyBefore = clock.getCurrentThreadCpuTime();
            for (var query : queries) {
                var start = System.nanoTime();
                engine.search(index, request(query.text(), facets, true));
                if (round > 0) {
                    nanos.add(System.nanoTime() - start);
                }
            }
            busy += round > 0 ? clock.getCurrentThreadCpuTime() - busyBefore : 0;
        }
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Times(
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                busy / 1e6 / Math.max(1, nanos.size()));
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static SearchRequest request(String typed, List<String> facets, boolean highlight) {
        return new SearchRequest(typed, List.of(), Map.of(), facets, SearchRequest.Order.RELEVANCE, 0, DEEP, highlight);
    }

    /** The measures of one query: recall at 1, 10 and 20, reciprocal rank, nDCG, first hit right. */
    public static double[] score(Map<String, Integer> relevant, List<String> found) {
        var ideal = relevant.values().stream()
                .mapToInt(Integer::intValue)
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        var best = 0.0;
        for (var i = 0; i < Math.min(10, ideal.size()); i++) {
            best += ideal.get(i) / log2(i + 2);
        }
        var gained = 0.0;
        var reciprocal = 0.0;
        var hits = new int[DEEP + 1];
        for (var i = 0; i < DEEP; i++) {
            var grade = i < found.size() ? relevant.getOrDefault(found.get(i), 0) : 0;
            hits[i + 1] = hits[i] + (grade > 0 ? 1 : 0);
            if (grade > 0 && i < 10) {
                gained += grade / log2(i + 2);
                reciprocal = reciprocal > 0 ? reciprocal : 1.0 / (i + 1);
            }
        }
        var all = (double) Math.max(1, relevant.size());
        return new double[] {
            hits[1] / all, hits[10] / all, hits[20] / all, reciprocal, best > 0 ? gained / best : 0, hits[1]
        };
    }

    private static double log2(int value) {
        return Math.log(value) / Math.log(2);
    }

    /** The means over some outcomes. */
    public static Measures measure(Map<String, Judged> queries, List<Outcome> outcomes) {
        var sums = new double[6];
        var altered = 0;
        var answered = 0;
        var right = 0;
        for (var outcome : outcomes) {
            var judged = queries.get(outcome.id());
            if (judged == null) {
                continue;
            }
            var scores = score(judged.relevant(), outcome.found());
            Arrays.setAll(sums, i -> sums[i] + scores[i]);
            altered += outcome.repaired().isEmpty() ? 0 : 1;
            answered += outcome.clear() ? 1 : 0;
            right += outcome.clear() && scores[5] > 0 ? 1 : 0;
        }
        var n = Math.max(1, outcomes.size());
        return new Measures(
                outcomes.size(),
                sums[0] / n,
                sums[1] / n,
                sums[2] / n,
                sums[3] / n,
                sums[4] / n,
                sums[5] / n,
                (double) altered / n,
                median(outcomes.stream().mapToLong(Outcome::total)),
                (double) answered / n,
                answered == 0 ? 1 : (double) right / answered);
    }

    private static long median(LongStream numbers) {
        var sorted = numbers.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Outcomes of each source, and of all under "". */
    public static Map<String, List<Outcome>> bySource(List<Outcome> outcomes) {
        var groups = new LinkedHashMap<String, List<Outcome>>();
        groups.put("", outcomes);
        outcomes.stream()
                .filter(outcome -> !outcome.source().isEmpty())
                .forEach(outcome -> groups.computeIfAbsent(outcome.source(), unused -> new ArrayList<>())
                        .add(outcome));
        return groups;
    }

    /** How many queries of one spelling rank exactly as they do as typed. */
    public static long identical(List<Outcome> typed, List<Outcome> variant) {
        var rankings = new HashSet<String>();
        typed.forEach(outcome -> rankings.add(outcome.id() + outcome.found()));
        return variant.stream()
                .filter(outcome -> rankings.contains(outcome.id() + outcome.found()))
                .count();
    }

    /** Takes what the queries and their spellings would score into a tuner that may know other corpora as well. */
    public void tune(Tuning tuning, List<Judged> queries, List<String> variants) throws IOException {
        for (var query : queries) {
            for (var variant : variants) {
                engine.take(index, tuning.tuner, query, typed(query, variant));
            }
        }
    }

    /** Better weights, see {@link Tuner}. */
    public static final class Tuning {

        private final Tuner tuner = new Tuner(Weights.TUNED);

        public String report() {
            return tuner.report();
        }
    }

    private static String typed(Judged query, String variant) {
        return variant.equals("typed") ? query.text() : query.variants().getOrDefault(variant, query.text());
    }

    /** Whether any document that answers a query is in this corpus. */
    public boolean answers(Judged query) {
        return query.relevant().keySet().stream().anyMatch(ids::contains);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
