package vn.minhbach.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What else a term is called: abbreviations (CCCD), other names, and citizens' words for what the law names otherwise.
 *
 * <p>Terms are found in a query by their syllables, the longest first, with marks or, where the query has none, without. Of
 * citizens' words the syllables may also be scattered over a short query, in any order: "căn cước bị mất" is "mất căn cước". An
 * immutable value made of rows; new rows make a new value.
 */
public final class Synonyms {

    private static final int LONGEST = 8;

    /** In a longer query the syllables of a term stand here and there by chance. */
    private static final int SHORT_QUERY = 12;

    /** So many other words may stand among the syllables of a term that are scattered. */
    private static final int AMONG = 6;

    /** The lists that come with the portal, in the order in which they came: a version may add some, and none is taken out. */
    public static final List<String> LISTS = List.of("synonyms", "words-2026", "english", "citizens");

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
    private record Entry(String term, List<String> expansions, Kind kind) {}

    /**
     * A term that was found in a query.
     *
     * @param first the place of its first syllable
     * @param length how many syllables it has
     * @param kind how it belongs to its expansions
     * @param scattered whether its syllables do not stand together, or in another order
     */
    record Match(int first, int length, String term, List<String> expansions, Kind kind, boolean scattered) {

        boolean english() {
            return kind == Kind.ENGLISH;
        }
    }

    /** A citizen's word as its syllables, to be found wherever they stand. */
    private record Scattered(List<String> syllables, Entry entry) {

        /** The places of its syllables, each the nearest to the first that was found; null if one is missing. */
        @Nullable
        BitSet in(List<String> query, int from) {
            var places = new BitSet();
            places.set(from);
            var missing = new ArrayList<>(syllables);
            missing.remove(query.get(from));
            for (var syllable : missing) {
                var nearest = IntStream.range(0, query.size())
                        .filter(at -> !places.get(at) && query.get(at).equals(syllable))
                        .boxed()
                        .min(Comparator.comparingInt(at -> Math.abs(at - from)));
                if (nearest.isEmpty()) {
                    return null;
                }
                places.set(nearest.get());
            }
            return places.length() - places.nextSetBit(0) <= syllables.size() + AMONG ? places : null;
        }
    }

    private static final Comparator<Match> LONGER_FIRST =
            Comparator.comparingInt((Match match) -> -match.length()).thenComparingInt(Match::first);

    /** None. */
    public static final Synonyms NONE = new Synonyms(List.of());

    private final List<Row> rows;
    private final Map<String, Entry> byCanonical = new HashMap<>();
    private final Map<String, Entry> byFolded = new HashMap<>();

    /** Citizens' words of several syllables by the rarest of these. */
    private final Map<String, List<Scattered>> byRarest = new HashMap<>();

    private final Set<String> abbreviations = new HashSet<>();
    private final Set<List<String>> phrases = new LinkedHashSet<>();

    private Synonyms(List<Row> rows) {
        this.rows = List.copyOf(rows);
        var collected = new LinkedHashMap<String, Entry>();
        for (var row : rows) {
            add(collected, row.term(), row.expansions(), row.kind());
            if (row.kind() == Kind.ENGLISH) {
                add(collected, plural(row.term()), row.expansions(), row.kind());
            }
            if (row.kind().bothWays()) {
                row.expansions().forEach(expansion -> add(collected, expansion, List.of(row.term()), row.kind()));
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
        var uses = new HashMap<String, Integer>();
        collected.keySet().forEach(key -> syllables(key).forEach(syllable -> uses.merge(syllable, 1, Integer::sum)));
        collected.forEach((key, entry) -> {
            var syllables = syllables(key);
            if (entry.kind() == Kind.ONE_WAY && syllables.size() > 1) {
                var rarest =
                        Collections.min(syllables, Comparator.comparingInt(syllable -> uses.getOrDefault(syllable, 0)));
                byRarest.computeIfAbsent(rarest, unused -> new ArrayList<>()).add(new Scattered(syllables, entry));
            }
        });
    }

    private static List<String> syllables(String key) {
        return List.of(key.split(" "));
    }

    private void add(Map<String, Entry> collected, String term, List<String> expansions, Kind kind) {
        var words = Word.in(term, LONGEST + 1);
        if (words.isEmpty() || words.size() > LONGEST) {
            return;
        }
        if (kind != Kind.ENGLISH) {
            phrases.add(words.stream().map(Word::canonical).toList());
        }
        var entry = new Entry(term, List.copyOf(expansions), kind);
        collected.merge(key(words, 0, words.size(), false), entry, (a, b) -> {
            var both = new LinkedHashSet<>(a.expansions());
            both.addAll(b.expansions());
            return new Entry(a.term(), List.copyOf(both), both(a.kind(), b.kind()));
        });
    }

    /** A word that both languages use is understood in a question of either; else what works both ways does more. */
    private static Kind both(Kind a, Kind b) {
        if (a == Kind.ENGLISH || b == Kind.ENGLISH) {
            return Kind.ENGLISH;
        }
        return a == Kind.ONE_WAY ? b : a;
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

    /** The terms in a query, from left to right, not overlapping: where two do, the longer one is meant. */
    List<Match> in(List<Word> words) {
        var all = new ArrayList<Match>();
        for (var first = 0; first < words.size(); first++) {
            for (var length = Math.min(LONGEST, words.size() - first); length > 0; length--) {
                var match = match(words, first, length);
                if (match != null) {
                    all.add(match);
                }
            }
        }
        all.sort(LONGER_FIRST);
        var taken = new BitSet();
        var matches = new ArrayList<Match>();
        for (var match : all) {
            var end = match.first() + match.length();
            var free = taken.nextSetBit(match.first());
            if (free < 0 || free >= end) {
                taken.set(match.first(), end);
                matches.add(match);
            }
        }
        matches.sort(Comparator.comparingInt(Match::first));
        return List.copyOf(matches);
    }

    /** The same, and behind them citizens' words that are scattered over a short query and name something else in it. */
    List<Match> about(List<Word> words) {
        var matches = new ArrayList<>(in(words));
        if (words.size() > SHORT_QUERY) {
            return matches;
        }
        var taken = new BitSet();
        var standing = List.copyOf(matches);
        matches.forEach(match -> taken.set(match.first(), match.first() + match.length()));
        var scattered = scattered(words);
        scattered.keySet().stream().sorted(LONGER_FIRST).forEach(match -> {
            var places = Objects.requireNonNull(scattered.get(match));
            var free = (BitSet) places.clone();
            free.andNot(taken);
            if (!free.isEmpty() && standing.stream().noneMatch(whole -> tears(places, whole))) {
                taken.or(places);
                matches.add(match);
            }
        });
        return List.copyOf(matches);
    }

    /**
     * Whether one syllable of a word of two would be taken: in "thư viện mở cửa" nobody opens a library. Longer terms that stand together
     * are often more than was meant, as in "căn cước công dân bị mất".
     */
    private static boolean tears(BitSet places, Match whole) {
        return whole.length() == 2
                && places.get(whole.first(), whole.first() + 2).cardinality() == 1;
    }

    /** The citizens' words that are scattered over a query, and the places of their syllables. */
    private Map<Match, BitSet> scattered(List<Word> words) {
        var query = words.stream().map(Word::canonical).toList();
        var found = new LinkedHashMap<Match, BitSet>();
        for (var at = 0; at < query.size(); at++) {
            for (var one : byRarest.getOrDefault(query.get(at), List.of())) {
                var places = one.in(query, at);
                if (places != null) {
                    var entry = one.entry();
                    var length = one.syllables().size();
                    found.put(
                            new Match(
                                    places.nextSetBit(0), length, entry.term(), entry.expansions(), entry.kind(), true),
                            places);
                }
            }
        }
        return found;
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

    private @Nullable Match match(List<Word> words, int first, int length) {
        var entry = byCanonical.get(key(words, first, length, false));
        if (entry == null && words.subList(first, first + length).stream().noneMatch(Word::marked)) {
            entry = byFolded.get(key(words, first, length, true));
        }
        return entry == null ? null : new Match(first, length, entry.term(), entry.expansions(), entry.kind(), false);
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
