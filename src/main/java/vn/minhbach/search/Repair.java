package vn.minhbach.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what was meant by what was typed.
 *
 * <p>For each syllable it thinks of what else could have been meant: the same letters with other marks, another tone, one
 * letter more, less or different, keystrokes of a keyboard that was not switched on. Each kind of slip has its price. Then it
 * takes the sequence that is the best bargain of cheap slips and likely neighbours (the noisy channel; Viterbi's algorithm).
 * What holds a digit is never touched, and neither is an abbreviation that the synonyms know.
 */
final class Repair {

    /** Prices of slips, as natural logarithms. They were set on judged queries, see the decision record on ranking. */
    record Prices(
            double marksOfUnmarkedQuery,
            double marksForgotten,
            double otherTone,
            double otherMarks,
            double letter,
            double letterOfKnown,
            double keystrokes,
            double unknown) {

        static final Prices TUNED = new Prices(.5, 3.5, 9, 10, 8.5, 13, 1.5, 3);
    }

    private static final int CANDIDATES = 10;
    private static final int SHORTEST_FOR_LETTERS = 3;

    private final SyllableModel model;
    private final Set<String> keep;
    private final Prices prices;

    /** @param keep canonical syllables that are right as they are, whatever the content uses */
    Repair(SyllableModel model, Set<String> keep, Prices prices) {
        this.model = model;
        this.keep = keep;
        this.prices = prices;
    }

    /**
     * What was meant.
     *
     * @param changed whether anything differs from what was typed
     * @param markedChanged whether a syllable differs that was typed with marks, or in its letters: a reader must be told
     */
    record Repaired(List<Word> words, boolean changed, boolean markedChanged) {}

    /** A syllable that could have been meant, its number in the model, and the price of the slip. */
    private record Candidate(String canonical, int number, double price, boolean keystrokes) {}

    Repaired repair(List<Word> words) {
        if (words.isEmpty() || model.size() == 0) {
            return new Repaired(words, false, false);
        }
        var anyMarked = words.stream().anyMatch(Word::marked);
        var choices = new ArrayList<List<Candidate>>();
        for (var i = 0; i < words.size(); i++) {
            choices.add(candidates(words, i, anyMarked));
        }
        var best = path(choices);
        var repaired = new ArrayList<Word>();
        var changed = false;
        var markedChanged = false;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var meant = best.get(i);
            if (meant.canonical().equals(word.canonical())) {
                repaired.add(word);
                continue;
            }
            changed = true;
            var folded = Syllable.fold(meant.canonical());
            markedChanged |= word.marked() || !folded.equals(word.folded()) && !meant.keystrokes();
            repaired.add(word.meaning(meant.canonical()));
        }
        return new Repaired(List.copyOf(repaired), changed, markedChanged);
    }

    private List<Candidate> candidates(List<Word> words, int at, boolean anyMarked) {
        var word = words.get(at);
        var own = model.number(word.canonical());
        var found = new LinkedHashMap<String, Candidate>();
        if (!SyllableModel.isWord(word.canonical()) && Telex.decode(word.canonical()) == null
                || keep.contains(word.canonical())
                || word.marked() && isAcronym(words, word)) {
            return List.of(new Candidate(word.canonical(), own, 0, false));
        }
        found.put(word.canonical(), new Candidate(word.canonical(), own, own < 0 ? prices.unknown() : 0, false));
        sameLetters(word, anyMarked, found);
        keystrokes(word, found);
        if (words.size() > 1 && !isAcronym(words, word)) {
            if (own < 0 || word.folded().length() >= SHORTEST_FOR_LETTERS && isStranger(words, at)) {
                otherLetters(word, own < 0 ? prices.letter() : prices.letterOfKnown(), anyMarked, found);
            }
        }
        if (found.size() <= CANDIDATES) {
            return List.copyOf(found.values());
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Candidate each) -> each.price() - model.alone(each.number())))
                .limit(CANDIDATES)
                .toList();
    }

    /** BLDS, HĐ: capitals in a query that is not all of capitals; their letters, and marks if typed, are meant. */
    private static boolean isAcronym(List<Word> words, Word word) {
        return isUpper(word) && words.stream().anyMatch(other -> !isUpper(other));
    }

    private static boolean isUpper(Word word) {
        var typed = word.typed();
        return typed.codePointCount(0, typed.length()) > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** A known syllable that was never seen beside its neighbours may be a slip that happens to be a syllable. */
    private boolean isStranger(List<Word> words, int at) {
        var word = words.get(at).canonical();
        return (at == 0 || model.count(words.get(at - 1).canonical(), word) == 0)
                && (at == words.size() - 1
                        || model.count(word, words.get(at + 1).canonical()) == 0)
                && words.size() > 1;
    }

    private void sameLetters(Word word, boolean anyMarked, Map<String, Candidate> found) {
        var alike = model.alike(word.folded());
        if (alike == null) {
            return;
        }
        var bare = bare(word.canonical());
        for (var number : alike) {
            var other = model.syllable(number);
            double price;
            if (!word.marked()) {
                price = anyMarked ? prices.marksForgotten() : prices.marksOfUnmarkedQuery();
            } else if (bare(other).equals(bare)) {
                price = word.canonical().equals(bare) ? prices.marksForgotten() : prices.otherTone();
            } else {
                price = prices.otherMarks();
            }
            add(other, number, price, false, found);
        }
    }

    private void keystrokes(Word word, Map<String, Candidate> found) {
        if (word.marked()) {
            return;
        }
        var meant = Telex.decode(word.typed().toLowerCase(Locale.ROOT));
        if (meant != null && model.number(meant) >= 0) {
            add(meant, model.number(meant), prices.keystrokes(), true, found);
        }
    }

    private void otherLetters(Word word, double price, boolean anyMarked, Map<String, Candidate> found) {
        var tone = tone(word.canonical());
        for (var number : model.near(word.folded())) {
            var other = model.syllable(number);
            var extra = !anyMarked || tone(other) == tone ? 0 : word.marked() ? 3 : 1;
            add(other, number, price + extra, false, found);
        }
    }

    private static void add(
            String canonical, int number, double price, boolean keystrokes, Map<String, Candidate> found) {
        found.merge(
                canonical,
                new Candidate(canonical, number, price, keystrokes),
                (a, b) -> a.price() <= b.price() ? a : b);
    }

    private List<Candidate> path(List<List<Candidate>> choices) {
        var costs = new double[choices.size()][];
        var from = new int[choices.size()][];
        for (var i = 0; i < choices.size(); i++) {
            var here = choices.get(i);
            costs[i] = new double[here.size()];
            from[i] = new int[here.size()];
            for (var j = 0; j < here.size(); j++) {
                var candidate = here.get(j);
                if (i == 0) {
                    costs[i][j] = candidate.price() - model.alone(candidate.number());
                    continue;
                }
                costs[i][j] = Double.MAX_VALUE;
                for (var k = 0; k < choices.get(i - 1).size(); k++) {
                    var before = choices.get(i - 1).get(k);
                    var cost = costs[i - 1][k] + candidate.price() - model.after(before.number(), candidate.number());
                    if (cost < costs[i][j]) {
                        costs[i][j] = cost;
                        from[i][j] = k;
                    }
                }
            }
        }
        var at = 0;
        var last = choices.size() - 1;
        for (var j = 1; j < costs[last].length; j++) {
            at = costs[last][j] < costs[last][at] ? j : at;
        }
        var path = new Candidate[choices.size()];
        for (var i = last; i >= 0; i--) {
            path[i] = choices.get(i).get(at);
            at = from[i][at];
        }
        return List.of(path);
    }

    /** Without the tone, but with the marks that make another letter. */
    private static String bare(String canonical) {
        return tone(canonical) == 0 ? canonical : canonical.substring(0, canonical.length() - 1);
    }

    private static char tone(String canonical) {
        var last = canonical.isEmpty() ? 0 : canonical.charAt(canonical.length() - 1);
        return Syllable.TONES.indexOf(last) >= 0 ? (char) last : 0;
    }
}
