package vn.minhbach.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.Follower;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;

/**
 * What is suggested while somebody types: titles of what is public, abbreviations, and frequent questions. Kept in memory and
 * rebuilt in the background, soon after the index or the editors' words have changed.
 */
@ApplicationScoped
public class Suggestions implements Follower {

    private static final String QUESTIONS = "/vn/minhbach/search/frequent-questions.tsv";
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Of the time, the making takes at most one part in so many. */
    private static final int REST = 20;

    /** A question that people really ask counts as much as the commonest of the list. */
    private static final double ASKED = 10;

    @Inject
    SearchIndexer indexer;

    @Inject
    Sources sources;

    @Inject
    SearchTeaching teaching;

    @Inject
    Repeater repeater;

    private volatile Suggester suggester = Suggester.NONE;
    private volatile boolean stale = true;
    private long notBefore;
    private @Nullable Repeating looking;

    @PostConstruct
    void start() {
        looking = repeater.every("suggestions", LOOK, this::look);
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.stop();
        }
    }

    @Override
    public Phase phase() {
        return Phase.PAGES;
    }

    @Override
    public void follow() {
        stale = true;
    }

    /** Whether they know of all that is in the index; until then, as in a portal's first seconds, no answer of theirs is to be kept. */
    public boolean isFresh() {
        return !stale;
    }

    /** The best completions of what was typed, at most so many. */
    public List<Suggester.Entry> of(String typed, int most) {
        return suggester.suggest(typed, most);
    }

    /** What most people look for, the commonest first: for a reader who has typed nothing yet. */
    public List<Suggester.Entry> common(int most) {
        var asked = teaching.frequent().stream()
                .limit(most)
                .map(query -> new Suggester.Entry(query, "question", "", ASKED));
        return java.util.stream.Stream.concat(asked, questions().stream())
                .limit(most)
                .toList();
    }

    /** What could not be rebuilt stays as it was, and is tried again. */
    void look() throws IOException {
        if (!stale || System.nanoTime() < notBefore) {
            return;
        }
        var begun = System.nanoTime();
        try {
            stale = false;
            suggester = Suggester.of(entries(), teaching.denied(), abbreviations());
        } catch (Throwable e) {
            stale = true;
            throw e;
        }
        notBefore = System.nanoTime() + REST * (System.nanoTime() - begun);
    }

    private Map<String, String> abbreviations() {
        var meanings = new HashMap<String, String>();
        teaching.synonyms()
                .rows(Synonyms.Kind.ABBREVIATION)
                .forEach(row -> meanings.put(row.term(), row.expansions().getFirst()));
        return meanings;
    }

    private List<Suggester.Entry> entries() throws IOException {
        var entries = new ArrayList<Suggester.Entry>(questions());
        teaching.frequent().forEach(query -> entries.add(new Suggester.Entry(query, "question", "", ASKED)));
        teaching.synonyms()
                .rows(Synonyms.Kind.ABBREVIATION)
                .forEach(row -> entries.add(new Suggester.Entry(
                        row.term() + " (" + row.expansions().getFirst() + ")", Suggester.ABBREVIATION, "", 2)));
        var index = indexer.current();
        if (index != null) {
            var popularity = teaching.popularity();
            try {
                index.eachTitle((kind, title, path) -> entries.add(
                        new Suggester.Entry(title, kind, path, weight(kind, popularity.getOrDefault(path, 0L)))));
            } catch (Throwable e) {
                indexer.suspect(index, e);
                throw e;
            }
        }
        return entries;
    }

    /** Some kinds are sought more than others; what is opened often is sought often. */
    private double weight(String kind, long popularity) {
        return sources.of(kind).map(SearchSource::demand).orElse(1.0) + Math.log1p(popularity);
    }

    private static List<Suggester.Entry> questions() {
        try (var in = Suggestions.class.getResourceAsStream(QUESTIONS)) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns.length == 2)
                    .map(columns -> new Suggester.Entry(columns[0], "question", "", Double.parseDouble(columns[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
