package vn.minhbach.tools;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.search.Evaluation;
import vn.minhbach.search.Evaluation.Judged;
import vn.minhbach.search.Evaluation.Outcome;
import vn.minhbach.search.LoadBench;
import vn.minhbach.shared.Json;

/**
 * {@code mvn -Pevaluate -Dcorpus=FILE -Dqueries=FILE[,FILE] -Dreport=FILE [-Dcompare=EARLIER]}: indexes a corpus, runs judged
 * queries in all their spellings, and tells how well the search found what it should. With {@code -Dload=100000} it searches
 * so many items with many clients at once and takes the time. Touches no portal.
 */
public final class EvaluateCommand {

    private static final List<String> FACETS = List.of("kind", "field", "agency", "level", "audience", "serviceLevel");

    private final PrintStream console;
    private final Map<String, String> options;

    private EvaluateCommand(Map<String, String> options, PrintStream console) {
        this.options = options;
        this.console = console;
    }

    /** Ends with 1 if it could not run. */
    public static void main(String[] args) {
        var console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = new HashMap<String, String>();
        for (var arg : args) {
            var parts = arg.replaceFirst("^--", "").split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank() && !parts[1].startsWith("${")) {
                options.put(parts[0], parts[1]);
            }
        }
        if (!options.containsKey("corpus") || !options.containsKey("queries") && !options.containsKey("load")) {
            console.println("mvn -Pevaluate -Dcorpus=FILE -Dqueries=FILE[,FILE] -Dreport=FILE [-Dcompare=EARLIER]");
            console.println("mvn -Pevaluate -Dcorpus=FILE -Dload=100000 [-Dclients=16] [-Dseconds=60]");
            System.exit(1);
        }
        try {
            new EvaluateCommand(options, console).run();
        } catch (IOException | RuntimeException e) {
            console.println("The evaluation failed: " + e);
            System.exit(1);
        }
    }

    private void run() throws IOException {
        if (options.containsKey("load")) {
            load(Path.of(options.getOrDefault("corpus", "")));
            return;
        }
        var queries = new ArrayList<Judged>();
        for (var file : options.getOrDefault("queries", "").split(",")) {
            queries.addAll(judged(Path.of(file.strip())));
        }
        if (Boolean.parseBoolean(options.get("tune"))) {
            tune(queries);
            return;
        }
        in(Path.of(options.getOrDefault("corpus", "")), evaluation -> run(evaluation, queries));
    }

    /** Several corpora, comma between them, make weights that suit them all. */
    private void tune(List<Judged> queries) throws IOException {
        var tuning = new Evaluation.Tuning();
        for (var corpus : options.getOrDefault("corpus", "").split(",")) {
            in(
                    Path.of(corpus.strip()),
                    evaluation -> evaluation.tune(
                            tuning, queries.stream().filter(evaluation::answers).toList(), List.of("typed")));
        }
        console.print(tuning.report());
    }

    /** What is done with an indexed corpus. */
    private interface Work {

        void with(Evaluation evaluation) throws IOException;
    }

    private static void in(Path corpus, Work work) throws IOException {
        var folder = Files.createTempDirectory("evaluation");
        try (var evaluation = Evaluation.over(folder, visitor -> EvaluationCorpus.each(corpus, visitor))) {
            work.with(evaluation);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** How the search fares with very many items and many people at once. */
    private void load(Path corpus) throws IOException {
        var folder = Files.createTempDirectory("load");
        try {
            new LoadBench(visitor -> EvaluationCorpus.each(corpus, visitor), FACETS, console)
                    .run(folder, number("load", 100_000), number("clients", 16), number("seconds", 60));
        } finally {
            delete(folder);
        }
    }

    private int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, String.valueOf(otherwise)));
    }

    private void run(Evaluation evaluation, List<Judged> queries) throws IOException {
        console.printf(
                Locale.ROOT,
                "%d documents indexed in %.1f s, %.1f MB; %d queries%n",
                evaluation.documents(),
                evaluation.buildMillis() / 1000.0,
                evaluation.indexBytes() / 1e6,
                queries.size());
        var byId = new LinkedHashMap<String, Judged>();
        queries.forEach(query -> byId.put(query.id(), query));
        var all = new LinkedHashMap<String, List<Outcome>>();
        for (var variant : variants(queries)) {
            all.put(variant, evaluation.run(queries, variant));
        }
        var typed = all.getOrDefault("typed", List.of());
        console.printf(
                "%-34s %5s %5s %5s %5s %5s %5s %5s %5s %5s %5s %5s  %s%n",
                "", "n", "R@1", "R@10", "R@20", "MRR10", "nDCG", "S@1", "alt%", "total", "card%", "right", "identical");
        var measures = new TreeMap<String, Object>();
        all.forEach((variant, outcomes) -> Evaluation.bySource(outcomes).forEach((source, group) -> {
            var m = Evaluation.measure(byId, group);
            measures.put(variant + (source.isEmpty() ? "" : "/" + source), m);
            console.printf(
                    Locale.ROOT,
                    "%-34s %5d %5.3f %5.3f %5.3f %5.3f %5.3f %5.3f %5.1f %5d %5.1f %5.3f  %s%n",
                    (source.isEmpty() ? variant : "  " + source),
                    m.queries(),
                    m.recall1(),
                    m.recall10(),
                    m.recall20(),
                    m.mrr10(),
                    m.ndcg10(),
                    m.success1(),
                    m.altered() * 100,
                    m.total(),
                    m.answered() * 100,
                    m.answeredRight(),
                    source.isEmpty() ? String.valueOf(Evaluation.identical(typed, outcomes)) : "");
        }));
        var rounds = Integer.parseInt(options.getOrDefault("rounds", "3"));
        var times = evaluation.times(queries, FACETS, rounds);
        console.printf(
                Locale.ROOT,
                "search with facets and snippets, one thread: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; processor %.2f ms%n",
                times.p50(),
                times.p95(),
                times.p99(),
                times.processor());
        if (options.containsKey("compare")) {
            compare(byId, all, Path.of(options.get("compare")));
        }
        if (options.containsKey("report")) {
            var report = new TreeMap<String, Object>();
            report.put("documents", evaluation.documents());
            report.put("buildMillis", evaluation.buildMillis());
            report.put("indexBytes", evaluation.indexBytes());
            report.put("milliseconds", times);
            report.put("measures", measures);
            report.put("outcomes", all.values().stream().flatMap(List::stream).toList());
            Files.writeString(Path.of(options.get("report")), Json.write(report));
        }
    }

    private List<String> variants(List<Judged> queries) {
        var names = new ArrayList<String>();
        names.add("typed");
        queries.forEach(query -> query.variants().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(names::add));
        var wanted = options.get("variants");
        if (wanted != null) {
            names.retainAll(List.of(wanted.split(",")));
        }
        return names;
    }

    /** Prints for each spelling which queries got better or worse, by nDCG@10. */
    private void compare(Map<String, Judged> queries, Map<String, List<Outcome>> now, Path earlier) throws IOException {
        var before = new HashMap<String, List<String>>();
        for (var each : EvaluationCorpus.object(Files.readString(earlier)).getJsonArray("outcomes")) {
            var outcome = each.asJsonObject();
            before.put(outcome.getString("variant") + " " + outcome.getString("id"), strings(outcome, "found"));
        }
        now.forEach((variant, outcomes) -> {
            var lines = new ArrayList<String>();
            var gains = 0;
            for (var outcome : outcomes) {
                var judged = queries.get(outcome.id());
                var then = before.get(variant + " " + outcome.id());
                if (judged == null || then == null) {
                    continue;
                }
                var difference = Evaluation.score(judged.relevant(), outcome.found())[4]
                        - Evaluation.score(judged.relevant(), then)[4];
                if (Math.abs(difference) > 1e-6) {
                    gains += difference > 0 ? 1 : 0;
                    lines.add(String.format(Locale.ROOT, "%+.3f %s  %s", difference, outcome.id(), outcome.typed()));
                }
            }
            lines.sort(Comparator.reverseOrder());
            console.printf("%s: %d better, %d worse%n", variant, gains, lines.size() - gains);
            lines.forEach(line -> console.println("  " + line));
        });
    }

    public static List<Judged> judged(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(EvaluationCorpus::object)
                    .map(EvaluateCommand::judged)
                    .toList();
        }
    }

    private static Judged judged(JsonObject json) {
        var relevant = new LinkedHashMap<String, Integer>();
        // Where kinds are mixed, documents are named as in the index: "procedure:1.001234".
        json.getJsonObject("rel")
                .forEach((id, grade) -> relevant.put(id.replaceFirst("^[a-z]+:", ""), ((JsonNumber) grade).intValue()));
        var variants = new LinkedHashMap<String, String>();
        if (json.containsKey("variants")) {
            json.getJsonObject("variants").forEach((name, text) -> variants.put(name, ((JsonString) text).getString()));
        }
        return new Judged(
                json.getString("id"), json.getString("text"), json.getString("source", ""), relevant, variants);
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
