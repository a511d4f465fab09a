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
import java.util.Objects;
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

    /** The lists that come with the portal, in the order in which they came: a version may add some, and none is taken out. */
    public static final List<String> LISTS = List.of("synonyms", "words-2026", "english");

    /** How a term and its expansions belong together. */
    public enum Kind {
        /** Stands for its expansions, which stand for it. */
        ABBREVIATION("viet-tat"),
        /** Means the same in both directions. */
        SYNONYM("dong-nghia"),
        /** A citizen's word for official ones, which never stand for it. */
        ONE_WAY("mot-chieu"),
        /** An English term for Vietnamese ones, which never stand for it. */
        ENGLISH("tieng-anh");

        /** Whether the expansions are called by the term as well. */
        boolean bothWays() {
            return this == ABBREVIATION || this == SYNONYM;
        }

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
    private record Entry(String term, List<String> expansions, boolean english) {}

    /**
     * A term that was found in a query.
     *
     * @param first the place of its first syllable
     * @param length how many syllables it has
     * @param english whether it is an English term
     */
    record Match(int first, int length, String term, List<String> expansions, boolean english) {}

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
            var english = row.kind() == Kind.ENGLISH;
            add(collected, row.term(), row.expansions(), english);
            if (english) {
                add(collected, plural(row.term()), row.expansions(), true);
            }
            if (row.kind().bothWays()) {
                row.expansions().forEach(expansion -> add(collected, expansion, List.of(row.term()), false));
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

    private void add(Map<String, Entry> collected, String term, List<String> expansions, boolean english) {
        var words = Word.in(term, LONGEST + 1);
        if (words.isEmpty() || words.size() > LONGEST) {
            return;
        }
        if (!english) {
            phrases.add(words.stream().map(Word::canonical).toList());
        }
        var entry = new Entry(term, List.copyOf(expansions), english);
        collected.merge(key(words, 0, words.size(), false), entry, (a, b) -> {
            var both = new LinkedHashSet<>(a.expansions());
            both.addAll(b.expansions());
            return new Entry(a.term(), List.copyOf(both), a.english() || b.english());
        });
    }

    /** As it is formed in most cases; who types another finds by the other words. */
    private static String plural(String english) {
        if (english.endsWith("y") && !english.endsWith("ey") && !english.endsWith("ay")) {
            return english.substring(0, english.length() - 1) + "ies";
        }
        return english.endsWith("s") ? english : english + "s";
    }

    public static Synonyms of(List<Row> rows) {
        return new Synonyms(rows);
    }

    /** The rows that come with the portal. */
    public static List<Row> shipped() {
        return LISTS.stream().map(Synonyms::shipped).flatMap(List::stream).toList();
    }

    /** The rows of one of the {@link #LISTS}. */
    public static List<Row> shipped(String list) {
        try (var in = Objects.requireNonNull(
                Synonyms.class.getResourceAsStream("/vn/minhbach/search/" + list + ".tsv"), list)) {
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

    /** Whether a word in capitals is an abbreviation that the search knows. */
    public boolean isAbbreviation(String word) {
        return abbreviations.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** The syllables of abbreviations, which no repair may take for slips. */
    Set<String> abbreviations() {
        return abbreviations;
    }

    /** Every Vietnamese term and expansion as its syllables. */
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

    /** The places of words that make up a term of several, or an English one, just as they were typed: no repair touches them. */
    Set<Integer> settled(List<Word> words) {
        var places = new HashSet<Integer>();
        for (var match : in(words)) {
            if ((match.length() > 1 || match.english())
                    && byCanonical.containsKey(key(words, match.first(), match.length(), false))) {
                for (var i = 0; i < match.length(); i++) {
                    places.add(match.first() + i);
                }
            }
        }
        return places;
    }

    private @Nullable Match longest(List<Word> words, int at) {
        for (var length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            var entry = byCanonical.get(key(words, at, length, false));
            if (entry == null && words.subList(at, at + length).stream().noneMatch(Word::marked)) {
                entry = byFolded.get(key(words, at, length, true));
            }
            if (entry != null) {
                return new Match(at, length, entry.term(), entry.expansions(), entry.english());
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
