package vn.minhbach.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What else a term is called: abbreviations (CCCD), other names, and citizens' words for what the law names otherwise.
 *
 * <p>Terms are found in a query by their syllables, the longest first, with marks or, where the query has none, without. An
 * immutable value made of rows; new rows make a new value.
 */
public final class Synonyms {

    private static final int LONGEST = 8;

    private static final String RESOURCE = "/vn/minhbach/search/synonyms.tsv";

    /** How a term and its expansions belong together. */
    public enum Kind {
        /** Stands for its expansions, which stand for it. */
        ABBREVIATION("viet-tat"),
        /** Means the same in both directions. */
        SYNONYM("dong-nghia"),
        /** A citizen's word for official ones, which never stand for it. */
        ONE_WAY("mot-chieu");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such kind of synonym: " + word));
        }
    }

    /** One row as editors keep it. */
    public record Row(Kind kind, String term, List<String> expansions) {}

    /** A term and what it may also be called, in the order of the rows. */
    private record Entry(String term, List<String> expansions) {}

    /**
     * A term that was found in a query.
     *
     * @param first the place of its first syllable
     * @param length how many syllables it has
     */
    record Match(int first, int length, String term, List<String> expansions) {}

    /** None. */
    public static final Synonyms NONE = new Synonyms(List.of());

    private final List<Row> rows;
    private final Map<String, Entry> byCanonical = new HashMap<>();
    private final Map<String, Entry> byFolded = new HashMap<>();
    private final Set<String> abbreviations = new HashSet<>();
    private final Set<List<String>> phrases = new LinkedHashSet<>();

    private Synonyms(List<Row> rows) {
        this.rows = List.copyOf(rows);
        var collected = new LinkedHashMap<String, Entry>();
        for (var row : rows) {
            add(collected, row.term(), row.expansions());
            if (row.kind() != Kind.ONE_WAY) {
                row.expansions().forEach(expansion -> add(collected, expansion, List.of(row.term())));
            }
            if (row.kind() == Kind.ABBREVIATION) {
                var words = Word.in(row.term(), 2);
                if (words.size() == 1) {
                    abbreviations.add(words.getFirst().canonical());
                    abbreviations.add(words.getFirst().folded());
                }
            }
        }
        collected.forEach((key, entry) -> {
            byCanonical.put(key, entry);
            if (key.indexOf(' ') > 0 || abbreviations.contains(key)) {
                byFolded.putIfAbsent(fold(key), entry);
            }
        });
    }

    private void add(Map<String, Entry> collected, String term, List<String> expansions) {
        var words = Word.in(term, LONGEST + 1);
        if (words.isEmpty() || words.size() > LONGEST) {
            return;
        }
        phrases.add(words.stream().map(Word::canonical).toList());
        collected.merge(key(words, 0, words.size(), false), new Entry(term, List.copyOf(expansions)), (a, b) -> {
            var both = new LinkedHashSet<>(a.expansions());
            both.addAll(b.expansions());
            return new Entry(a.term(), List.copyOf(both));
        });
    }

    public static Synonyms of(List<Row> rows) {
        return new Synonyms(rows);
    }

    /** The rows that come with the portal. */
    public static List<Row> shipped() {
        try (var in = Synonyms.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Synonyms::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var columns = line.split("\t", -1);
        if (columns.length < 3) {
            throw new IllegalArgumentException("not three columns: " + line);
        }
        return new Row(
                Kind.of(columns[0].strip().toLowerCase(Locale.ROOT)),
                columns[1].strip(),
                Arrays.stream(columns[2].split("\\|"))
                        .map(String::strip)
                        .filter(expansion -> !expansion.isEmpty())
                        .toList());
    }

    /** The rows of a kind. */
    List<Row> rows(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    /** The syllables of abbreviations, which no repair may take for slips. */
    Set<String> abbreviations() {
        return abbreviations;
    }

    /** Every term and expansion as its syllables. */
    Set<List<String>> phrases() {
        return phrases;
    }

    /** The terms in a query, from left to right, the longest at each place, not overlapping. */
    List<Match> in(List<Word> words) {
        var matches = new ArrayList<Match>();
        var at = 0;
        while (at < words.size()) {
            var match = longest(words, at);
            if (match == null) {
                at++;
            } else {
                matches.add(match);
                at += match.length();
            }
        }
        return List.copyOf(matches);
    }

    private @Nullable Match longest(List<Word> words, int at) {
        for (var length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            var entry = byCanonical.get(key(words, at, length, false));
            if (entry == null && words.subList(at, at + length).stream().noneMatch(Word::marked)) {
                entry = byFolded.get(key(words, at, length, true));
            }
            if (entry != null) {
                return new Match(at, length, entry.term(), entry.expansions());
            }
        }
        return null;
    }

    private static String key(List<Word> words, int first, int length, boolean folded) {
        return words.subList(first, first + length).stream()
                .map(word -> folded ? word.folded() : word.canonical())
                .collect(Collectors.joining(" "));
    }

    private static String fold(String key) {
        return Arrays.stream(key.split(" ")).map(Syllable::fold).collect(Collectors.joining(" "));
    }
}
