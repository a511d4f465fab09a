package vn.minhbach.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.jspecify.annotations.Nullable;

/**
 * Which syllables the content uses, and which follow which: the knowledge by which a mistyped query is repaired.
 *
 * <p>It is read off the dictionary of the index, which counts every syllable and every pair of neighbours anyhow; no text is
 * read again. Never changes once made, so that all searches may share it.
 */
final class SyllableModel {

    /** How much the neighbour says, against how common the syllable is by itself. */
    private static final double NEIGHBOUR = .85;

    /** One syllable of so many may be a slip. */
    private static final int RARE = 100_000;

    /** What is not known is taken for rarer than anything that is. */
    private static final double UNSEEN = .02;

    /** Knows nothing. */
    static final SyllableModel EMPTY = new SyllableModel();

    private static final int LONGEST = 12;

    /** So often the terms of the synonyms count as read, beside what the content holds. */
    private static final int TAUGHT = 8;

    /** Of so many typed syllables it is remembered what else could have been meant: people make the same slips. */
    private static final int REMEMBERED = 10_000;

    /** What citizens say and official texts hardly do. */
    private static final List<List<String>> EVERYDAY = everyday();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> syllables = new ArrayList<>();
    private final Map<String, int[]> byFold = new HashMap<>();
    private final Cache<String, int[]> near =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final PairCounts pairs = new PairCounts();
    private int[] counts = new int[0];
    private long total;

    private SyllableModel() {}

    /** Reads the dictionary of an index. */
    static SyllableModel of(IndexReader reader, Synonyms synonyms) throws IOException {
        var model = new SyllableModel();
        var counted = new ArrayList<Integer>();
        for (var field : List.of(Fields.TITLE, Fields.BODY)) {
            model.readSyllables(reader, field, counted);
        }
        var taught = new ArrayList<>(synonyms.phrases());
        taught.addAll(EVERYDAY);
        for (var phrase : taught) {
            for (var syllable : phrase) {
                model.count(syllable, TAUGHT, counted);
            }
        }
        model.counts = counted.stream().mapToInt(Integer::intValue).toArray();
        model.total = Arrays.stream(model.counts).asLongStream().sum();
        for (var field : List.of(Fields.TITLE_PAIRS, Fields.BODY_PAIRS)) {
            model.readPairs(reader, field);
        }
        for (var phrase : taught) {
            for (var i = 1; i < phrase.size(); i++) {
                model.countPair(phrase.get(i - 1), phrase.get(i), TAUGHT);
            }
        }
        model.fold();
        return model;
    }

    private static List<List<String>> everyday() {
        try (var in =
                Objects.requireNonNull(SyllableModel.class.getResourceAsStream("/vn/minhbach/search/everyday.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Word.in(line, LONGEST).stream().map(Word::canonical).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readSyllables(IndexReader reader, String field, List<Integer> counted) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return;
        }
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            var syllable = term.utf8ToString();
            if (isWord(syllable)) {
                count(syllable, (int) Math.min(Integer.MAX_VALUE / 4, each.totalTermFreq()), counted);
            }
        }
    }

    private void count(String syllable, int times, List<Integer> counted) {
        if (!isWord(syllable)) {
            return;
        }
        var number = numbers.get(syllable);
        if (number == null) {
            numbers.put(syllable, syllables.size());
            syllables.add(syllable);
            counted.add(times);
        } else {
            counted.set(number, counted.get(number) + times);
        }
    }

    private void readPairs(IndexReader reader, String field) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return;
        }
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            var pair = term.utf8ToString();
            var space = pair.indexOf(' ');
            if (space > 0) {
                countPair(pair.substring(0, space), pair.substring(space + 1), (int)
                        Math.min(Integer.MAX_VALUE / 4, each.totalTermFreq()));
            }
        }
    }

    private void countPair(String first, String second, int times) {
        var a = numbers.get(first);
        var b = numbers.get(second);
        if (a != null && b != null) {
            pairs.add(a, b, times);
        }
    }

    private void fold() {
        var groups = new HashMap<String, List<Integer>>();
        for (var i = 0; i < syllables.size(); i++) {
            groups.computeIfAbsent(Syllable.fold(syllables.get(i)), unused -> new ArrayList<>(4))
                    .add(i);
        }
        groups.forEach((folded, group) -> byFold.put(
                folded,
                group.stream()
                        .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }

    /** Letters only: numbers and codes are no matter of spelling. */
    static boolean isWord(String syllable) {
        if (syllable.isEmpty() || syllable.length() > LONGEST) {
            return false;
        }
        for (var i = 0; i < syllable.length(); i++) {
            var c = syllable.charAt(i);
            if (!Character.isLetter(c) && Syllable.TONES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** How often the content uses a syllable, in canonical form. */
    int count(String syllable) {
        var number = numbers.get(syllable);
        return number == null ? 0 : counts[number];
    }

    int count(String first, String second) {
        var a = numbers.get(first);
        var b = numbers.get(second);
        return a == null || b == null ? 0 : pairs.get(a, b);
    }

    /** Whether two syllables follow each other anywhere, whatever their marks. */
    boolean areNeighbours(String folded, String next) {
        var firsts = alike(folded);
        var seconds = alike(next);
        if (firsts != null && seconds != null) {
            for (var first : firsts) {
                for (var second : seconds) {
                    if (pairs.get(first, second) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a syllable follows, or is followed by, one with these letters, whatever its marks. */
    boolean isBeside(int number, String folded, boolean behind) {
        var others = alike(folded);
        if (others != null) {
            for (var other : others) {
                if (pairs.get(behind ? other : number, behind ? number : other) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of a syllable; -1 if the content does not use it. */
    int number(String syllable) {
        return numbers.getOrDefault(syllable, -1);
    }

    String syllable(int number) {
        return syllables.get(number);
    }

    /** All syllables that are alike without marks, most frequent first; null if there is none. */
    int @Nullable [] alike(String folded) {
        return byFold.get(folded);
    }

    /** All syllables whose letters without marks are the same but for one that is more, less or different, or two swapped. */
    int[] near(String folded) {
        return near.get(folded, this::findNear);
    }

    private int[] findNear(String folded) {
        var tried = new LinkedHashSet<String>();
        for (var i = 0; i <= folded.length(); i++) {
            var head = folded.substring(0, i);
            var tail = folded.substring(i);
            if (!tail.isEmpty()) {
                tried.add(head + tail.substring(1));
            }
            if (tail.length() > 1) {
                tried.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
            for (var c = 'a'; c <= 'z'; c++) {
                tried.add(head + c + tail);
                if (!tail.isEmpty()) {
                    tried.add(head + c + tail.substring(1));
                }
            }
        }
        return tried.stream()
                .map(this::alike)
                .filter(Objects::nonNull)
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** Whether a syllable is so common that it is hardly a slip itself. */
    boolean isCommon(int number) {
        return count(number) > 1 && count(number) >= total / RARE;
    }

    int count(int number) {
        return number < 0 ? 0 : counts[number];
    }

    /** The natural logarithm of how likely a syllable is by itself. */
    double alone(int number) {
        return Math.log((count(number) + UNSEEN) / (total + 1.0));
    }

    /** The natural logarithm of how likely a syllable is behind another; -1 stands for one that is not known. */
    double after(int before, int number) {
        var alone = (count(number) + UNSEEN) / (total + 1.0);
        if (before < 0 || number < 0 || counts[before] == 0) {
            return Math.log((1 - NEIGHBOUR) * alone);
        }
        var together = Math.min(1, pairs.get(before, number) / (double) counts[before]);
        return Math.log(NEIGHBOUR * together + (1 - NEIGHBOUR) * alone);
    }

    int size() {
        return syllables.size();
    }

    int pairs() {
        return pairs.size();
    }
}
