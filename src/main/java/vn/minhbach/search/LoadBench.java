package vn.minhbach.search;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.minhbach.web.Turns;

/**
 * Measures the search under load: an index of very many items, and clients that ask one question after the other, as typed,
 * without marks and with slips. The questions are made of titles.
 */
public final class LoadBench {

    private static final int PAGE = 15;
    private static final int QUESTIONS = 4_000;
    private static final int SUGGESTIONS = 3_000;
    private static final int SUGGESTED = 8;

    private final List<SearchDocument> corpus = new ArrayList<>();
    private final List<String> facets;
    private final PrintStream console;

    /** @param corpus hands over the items that the index is made of */
    public LoadBench(Consumer<Consumer<SearchDocument>> corpus, List<String> facets, PrintStream console) {
        corpus.accept(this.corpus::add);
        this.facets = facets;
        this.console = console;
    }

    /** Fills an index in a folder with so many items, searches it with so many clients, and tells how it went. */
    public void run(Path folder, int documents, int clients, int seconds) throws IOException {
        try (var index = SearchIndex.create(folder)) {
            var begun = System.nanoTime();
            fill(index, documents);
            console.printf(
                    Locale.ROOT,
                    "%d documents in %d segments indexed in %.0f s%n",
                    index.documents(),
                    index.segments(),
                    (System.nanoTime() - begun) / 1e9);
            var synonyms = Synonyms.of(Synonyms.shipped());
            var engine = new SearchEngine(() -> synonyms);
            var questions = questions();
            search(engine, index, questions, clients, Math.max(1, seconds / 3));
            var filesBefore = openFiles();
            var busyBefore = busy();
            var times = search(engine, index, questions, clients, seconds);
            var busy = busy() - busyBefore;
            console.printf(
                    Locale.ROOT,
                    "%d clients: %.0f searches/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms; processor %.2f"
                            + " ms per search%n",
                    clients,
                    times.length / (double) seconds,
                    percentile(times, 50),
                    percentile(times, 95),
                    percentile(times, 99),
                    percentile(times, 100),
                    busy / 1e6 / Math.max(1, times.length));
            console.printf("open files before %d, after %d%n", filesBefore, openFiles());
        }
        suggest(corpus.size());
        suggest(documents);
        corpus.clear();
        System.gc();
        console.printf(
                Locale.ROOT,
                "heap after collection %.0f MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
    }

    /** The corpus again and again, each time under other ids and with its paragraphs in another order. */
    private void fill(SearchIndex index, int documents) throws IOException {
        var random = new Random(20_261_124);
        for (var i = 0; i < documents; i++) {
            var item = corpus.get(i % corpus.size());
            index.put(i < corpus.size() ? item : another(item, i, random));
        }
        index.compact();
        index.commit(0, "");
        index.refresh();
    }

    private static SearchDocument another(SearchDocument item, int number, Random random) {
        var id = item.id() + "-" + number;
        var paragraphs = new ArrayList<>(List.of(item.body().split("\n")));
        Collections.shuffle(paragraphs, random);
        return new SearchDocument(
                item.kind(),
                id,
                item.title() + " " + number,
                item.path() + "-" + number,
                String.join("\n", paragraphs),
                List.of(id),
                item.mentioned(),
                item.names(),
                item.files(),
                item.standing(),
                item.nearness(),
                item.group(),
                item.facets(),
                item.shown(),
                item.date(),
                item.ended());
    }

    /** Parts of titles: a third as they are, a third without marks, a third with a slip. */
    private List<String> questions() {
        var random = new Random(16);
        return random.ints(QUESTIONS, 0, corpus.size())
                .mapToObj(at -> {
                    var words = List.of(corpus.get(at).title().split("\\s+"));
                    var most = Math.min(words.size(), 3 + random.nextInt(8));
                    var first = random.nextInt(words.size() - most + 1);
                    var question = String.join(" ", words.subList(first, first + most));
                    return switch (random.nextInt(3)) {
                        case 0 -> question;
                        case 1 -> vn.minhbach.shared.Text.fold(question);
                        default -> slip(question, random);
                    };
                })
                .toList();
    }

    /** Two letters changed places. */
    private static String slip(String text, Random random) {
        if (text.length() < 4) {
            return text;
        }
        var at = 1 + random.nextInt(text.length() - 3);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    /** The time of each search in nanoseconds, in ascending order. They are searched in turn, as the portal makes its pages. */
    private long[] search(SearchEngine engine, SearchIndex index, List<String> questions, int clients, int seconds)
            throws IOException {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var turns = new Turns();
        return inParallel(clients, client -> {
            var times = LongStream.builder();
            var random = new Random(client);
            while (System.nanoTime() < end) {
                var start = System.nanoTime();
                try (var turn = turns.take()) {
                    engine.search(
                            index,
                            new SearchRequest(
                                    questions.get(random.nextInt(questions.size())),
                                    List.of(),
                                    Map.of(),
                                    facets,
                                    SearchRequest.Order.RELEVANCE,
                                    0,
                                    PAGE,
                                    true));
                }
                times.add(System.nanoTime() - start);
            }
            return times.build().toArray();
        });
    }

    /** What one client does. */
    private interface Client {

        long[] ask(int number) throws IOException;
    }

    private static long[] inParallel(int clients, Client client) throws IOException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var tasks = IntStream.range(0, clients)
                    .mapToObj(number -> (Callable<long[]>) () -> client.ask(number))
                    .toList();
            var times = LongStream.builder();
            for (var done : threads.invokeAll(tasks)) {
                Arrays.stream(done.get()).forEach(times::add);
            }
            return times.build().sorted().toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Completes what is being typed, one letter after the other, with so many entries. */
    private void suggest(int entries) {
        var suggester = Suggester.of(
                IntStream.range(0, entries)
                        .mapToObj(i -> new Suggester.Entry(
                                corpus.get(i % corpus.size()).title() + (i < corpus.size() ? "" : " " + i),
                                "procedure",
                                "/" + i,
                                i % 50))
                        .toList(),
                List.of());
        var random = new Random(2);
        var typed = IntStream.range(0, SUGGESTIONS)
                .mapToObj(i -> {
                    var title = corpus.get(random.nextInt(corpus.size())).title();
                    var begun = title.substring(0, Math.min(title.length(), 2 + random.nextInt(24)));
                    return i % 2 == 0 ? begun : vn.minhbach.shared.Text.fold(begun);
                })
                .toList();
        var times = new long[0];
        for (var round = 0; round < 2; round++) {
            times = typed.stream()
                    .mapToLong(text -> {
                        var start = System.nanoTime();
                        suggester.suggest(text, SUGGESTED);
                        return System.nanoTime() - start;
                    })
                    .sorted()
                    .toArray();
        }
        console.printf(
                Locale.ROOT,
                "suggestions of %d entries: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
                suggester.size(),
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 99),
                percentile(times, 100));
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** Processor time of the whole program in nanoseconds; what collects garbage is part of the price. */
    private static long busy() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
    }
}
