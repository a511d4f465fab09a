package vn.minhbach.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.minhbach.shared.Text;

/**
 * Completes what somebody has begun to type: titles, abbreviations, frequent questions.
 *
 * <p>All syllables that were typed must be in an entry, in any order and with or without marks; the last one may be half
 * typed, and may be in keystrokes of a keyboard that was not switched on. An abbreviation stands for what it means as well, and what
 * it means comes before its own entry. Entries in which they stand in the order typed, near
 * the beginning, come first, then the weightier. An immutable value of plain arrays: threads share it, nothing is locked.
 */
public final class Suggester {

    private static final int SHORTEST = 2;
    private static final int SYLLABLES = 12;
    private static final int LOOKED_AT = 4_000;
    private static final int LONGEST = 160;

    /** The kind of entries that explain an abbreviation. */
    static final String ABBREVIATION = "abbreviation";

    /** Knows nothing. */
    public static final Suggester NONE = of(List.of(), List.of());

    /**
     * Something to suggest.
     *
     * @param kind what it is: "procedure", "question", "abbreviation"; for the page to tell
     * @param url where it leads; empty if it is only to be searched for
     * @param weight how much people ask for it
     */
    public record Entry(String text, String kind, String url, double weight) {}

    /** An entry with its syllables as numbers, with their marks and without. */
    private record Known(Entry entry, int[] folded, String[] canonical) {}

    private final List<Known> entries = new ArrayList<>();
    private final TreeMap<String, Integer> numbers = new TreeMap<>();
    private final Map<Integer, int[]> bySyllable = new HashMap<>();
    private final Map<String, List<Word>> abbreviations = new HashMap<>();

    private Suggester(Collection<Entry> wanted, Collection<String> denied, Map<String, String> abbreviated) {
        abbreviated.forEach((term, meaning) -> {
            var words = Word.in(term, 2);
            if (words.size() == 1) {
                abbreviations.put(words.getFirst().folded(), Word.in(meaning, SYLLABLES));
            }
        });
        var refused = denied.stream()
                .map(Suggester::key)
                .filter(key -> !key.isBlank())
                .toList();
        var seen = new HashSet<String>();
        var places = new HashMap<Integer, List<Integer>>();
        wanted.stream()
                .sorted(Comparator.comparingDouble(Entry::weight).reversed().thenComparing(Entry::text))
                .forEach(entry -> {
                    var key = key(entry.text());
                    if (key.isBlank()
                            || refused.stream().anyMatch(one -> (" " + key + " ").contains(" " + one + " "))
                            || !seen.add(Text.line(entry.text()).toLowerCase(Locale.ROOT))) {
                        return;
                    }
                    var words = Word.in(entry.text(), LONGEST);
                    var folded = words.stream()
                            .mapToInt(word -> numbers.computeIfAbsent(word.folded(), unused -> numbers.size()))
                            .toArray();
                    var place = entries.size();
                    entries.add(new Known(
                            entry, folded, words.stream().map(Word::canonical).toArray(String[]::new)));
                    Arrays.stream(folded)
                            .distinct()
                            .forEach(number -> places.computeIfAbsent(number, unused -> new ArrayList<>())
                                    .add(place));
                });
        places.forEach((number, list) ->
                bySyllable.put(number, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * A suggester of these entries.
     *
     * @param denied words that no suggestion may hold, with or without marks
     */
    public static Suggester of(Collection<Entry> entries, Collection<String> denied) {
        return of(entries, denied, Map.of());
    }

    /**
     * A suggester of these entries.
     *
     * @param denied words that no suggestion may hold, with or without marks
     * @param abbreviations what each abbreviation stands for
     */
    public static Suggester of(
            Collection<Entry> entries, Collection<String> denied, Map<String, String> abbreviations) {
        return new Suggester(entries, denied, abbreviations);
    }

    private static String key(String text) {
        return String.join(
                " ", Word.in(text, LONGEST).stream().map(Word::folded).toList());
    }

    public int size() {
        return entries.size();
    }

    /** The best completions, at most so many; none for less than two characters. Never fails on what was typed. */
    public List<Entry> suggest(String typed, int most) {
        var line = Text.line(Text.cut(typed, 400));
        if (line.codePointCount(0, line.length()) < SHORTEST || entries.isEmpty() || most < 1) {
            return List.of();
        }
        var words = Word.in(line, SYLLABLES);
        var found = complete(words, most);
        var spelledOut = spelledOut(words);
        if (!spelledOut.equals(words)) {
            return meantFirst(complete(spelledOut, most), found, most);
        }
        return found.isEmpty() ? complete(keystrokes(words), most) : found;
    }

    private List<Word> spelledOut(List<Word> words) {
        return words.stream()
                .flatMap(word -> abbreviations.getOrDefault(word.folded(), List.of(word)).stream())
                .limit(SYLLABLES)
                .toList();
    }

    /** What an abbreviation means, then what has it as it was typed; its own entry keeps the last place. */
    private static List<Entry> meantFirst(List<Entry> meant, List<Entry> typed, int most) {
        var all = new LinkedHashSet<>(meant);
        all.addAll(typed);
        var own = all.stream()
                .filter(entry -> entry.kind().equals(ABBREVIATION))
                .limit(1)
                .toList();
        return Stream.concat(
                        all.stream()
                                .filter(entry -> !entry.kind().equals(ABBREVIATION))
                                .limit(most - own.size()),
                        own.stream())
                .toList();
    }

    private static List<Word> keystrokes(List<Word> words) {
        return words.stream()
                .map(word -> {
                    var meant = word.marked() ? null : Telex.decode(word.typed().toLowerCase(Locale.ROOT));
                    return meant == null ? word : word.meaning(meant);
                })
                .toList();
    }

    private List<Entry> complete(List<Word> words, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        var whole = new ArrayList<Integer>();
        for (var word : words.subList(0, words.size() - 1)) {
            var number = numbers.get(word.folded());
            if (number == null) {
                return List.of();
            }
            whole.add(number);
        }
        var last = words.getLast();
        var endings = new HashSet<>(numbers.subMap(last.folded(), last.folded() + Character.MAX_VALUE)
                .values());
        if (endings.isEmpty()) {
            return List.of();
        }
        var best = new PriorityQueue<Scored>(Comparator.comparingDouble(Scored::score)
                .thenComparing(Comparator.comparingInt(Scored::place).reversed()));
        for (var place : candidates(whole, endings)) {
            var score = score(entries.get(place), words, whole, endings);
            if (score > 0) {
                best.add(new Scored(place, score));
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::place))
                .map(each -> entries.get(each.place()).entry())
                .toList();
    }

    private record Scored(int place, double score) {}

    /** The entries that hold the rarest of the syllables; the weightiest of them if they are very many. */
    private int[] candidates(List<Integer> whole, Set<Integer> endings) {
        var rarest = whole.stream()
                .map(number -> bySyllable.getOrDefault(number, new int[0]))
                .min(Comparator.comparingInt(places -> places.length))
                .orElse(null);
        if (rarest != null) {
            return rarest.length > LOOKED_AT ? Arrays.copyOf(rarest, LOOKED_AT) : rarest;
        }
        var all = new BitSet(entries.size());
        for (var ending : endings) {
            for (var place : bySyllable.getOrDefault(ending, new int[0])) {
                all.set(place);
            }
        }
        return all.stream().limit(LOOKED_AT).toArray();
    }

    /** Zero if something that was typed is missing. */
    private static double score(Known known, List<Word> words, List<Integer> whole, Set<Integer> endings) {
        var score = 1 + Math.log1p(Math.max(0, known.entry().weight()));
        var before = -1;
        for (var i = 0; i < words.size(); i++) {
            var at = -1;
            for (var j = 0; j < known.folded().length; j++) {
                var place = (before + 1 + j) % known.folded().length;
                var number = known.folded()[place];
                if (i < whole.size() ? number == whole.get(i) : endings.contains(number)) {
                    at = place;
                    break;
                }
            }
            if (at < 0) {
                return 0;
            }
            score += at == before + 1 ? 3 : at > before ? 1 : 0;
            if (words.get(i).marked()
                    && known.canonical()[at].equals(words.get(i).canonical())) {
                score += 2;
            }
            before = at;
        }
        return score + 4.0 / (4 + known.folded().length);
    }

    /** The same entries by text, for tests and for the editors' desk. */
    public Map<String, Entry> entries() {
        var byText = new LinkedHashMap<String, Entry>();
        entries.forEach(known -> byText.putIfAbsent(known.entry().text(), known.entry()));
        return byText;
    }
}
