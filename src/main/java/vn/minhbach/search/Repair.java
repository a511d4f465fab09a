package vn.minhbach.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what was meant by what was typed.
 *
 * <p>For each syllable it thinks of what else could have been meant: the same letters with other marks, another tone, one
 * letter more, less or different, keystrokes of a keyboard that was not switched on. Each kind of slip has its price. Then it
 * takes the sequence that is the best bargain of cheap slips and likely neighbours (the noisy channel; Viterbi's algorithm).
 * What holds a digit is never touched, and neither is what exists: a term or an abbreviation of the synonyms, a name, a syllable
 * with its marks that stands somewhere beside the same neighbour.
 */
final class Repair {

    /** Prices of slips, as natural logarithms. They were set on judged queries, see the decision record on ranking. */
    record Prices(
            double marksOfUnmarkedQuery,
            double marksForgotten,
            double marksOfKnown,
            double otherTone,
            double otherMarks,
            double letter,
            double letterOfKnown,
            double keystrokes,
            double unknown) {

        static final Prices TUNED = new Prices(.5, 3.5, 7, 9, 10, 8.5, 13, 1.5, 3);
    }

    private static final int CANDIDATES = 10;

    /** A query without marks of so many syllables may be read in several ways; a longer one says enough. */
    private static final int DOUBTFUL = 6;

    /** So many ways to read it are compared, and so many told. */
    private static final int READINGS = 6;

    private static final int TOLD = 3;

    /** A reading that costs so much more than the best may still be what was meant. */
    private static final double DOUBT = 2;

    /** What a reading is worth more for each term of the synonyms that it holds. */
    private static final double TERM = 3;

    private static final int SHORTEST_FOR_LETTERS = 3;

    /** Without marks a syllable is taken for one that lost them if one with marks is so many times commoner. */
    private static final int RARER = 50;

    private final SyllableModel model;
    private final Synonyms synonyms;
    private final Prices prices;

    Repair(SyllableModel model, Synonyms synonyms, Prices prices) {
        this.model = model;
        this.synonyms = synonyms;
        this.prices = prices;
    }

    /**
     * What was meant.
     *
     * @param changed whether anything differs from what was typed
     * @param markedChanged whether a syllable differs that was typed with marks, or in its letters: a reader must be told
     * @param others what else may have been meant, the likeliest first
     */
    record Repaired(List<Word> words, boolean changed, boolean markedChanged, List<List<Word>> others) {}

    /** A syllable that could have been meant, its number in the model, and the price of the slip. */
    private record Candidate(String canonical, int number, double price, boolean keystrokes) {}

    Repaired repair(List<Word> words) {
        if (words.isEmpty() || model.size() == 0) {
            return new Repaired(words, false, false, List.of());
        }
        var anyMarked = words.stream().anyMatch(Word::marked);
        var settled = synonyms.settled(words);
        var choices = new ArrayList<List<Candidate>>();
        for (var i = 0; i < words.size(); i++) {
            choices.add(settled.contains(i) ? List.of(asTyped(words.get(i))) : candidates(words, i, anyMarked));
        }
        if (anyMarked || words.size() > DOUBTFUL) {
            return repaired(words, ways(choices, 1).getFirst().candidates(), List.of());
        }
        var readings = readings(words, choices);
        var best = readings.getFirst();
        return repaired(
                words,
                best.meant(),
                readings.stream()
                        .skip(1)
                        .limit(TOLD)
                        .filter(other -> other.cost() < best.cost() + DOUBT && other.terms() >= best.terms())
                        .filter(other -> folded(other.words()).equals(folded(best.words())))
                        .map(Reading::words)
                        .toList());
    }

    private static List<String> folded(List<Word> words) {
        return words.stream().map(Word::folded).toList();
    }

    private Candidate asTyped(Word word) {
        return new Candidate(word.canonical(), model.number(word.canonical()), 0, false);
    }

    private Repaired repaired(List<Word> words, List<Candidate> best, List<List<Word>> others) {
        var changed = false;
        var markedChanged = false;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var meant = best.get(i);
            if (!meant.canonical().equals(word.canonical())) {
                changed = true;
                var folded = Syllable.fold(meant.canonical());
                markedChanged |= word.marked() || !folded.equals(word.folded()) && !meant.keystrokes();
            }
        }
        return new Repaired(meaning(words, best), changed, markedChanged, others);
    }

    private static List<Word> meaning(List<Word> words, List<Candidate> meant) {
        var repaired = new ArrayList<Word>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var canonical = meant.get(i).canonical();
            repaired.add(canonical.equals(word.canonical()) ? word : word.meaning(canonical));
        }
        return List.copyOf(repaired);
    }

    /** A way to read the whole query. */
    private record Reading(List<Candidate> meant, List<Word> words, long terms, double cost) {}

    /** The ways to read a query, the best first: what the content uses, and what the synonyms name. */
    private List<Reading> readings(List<Word> words, List<List<Candidate>> choices) {
        return ways(choices, READINGS).stream()
                .map(way -> {
                    var meant = way.candidates();
                    var reading = meaning(words, meant);
                    var terms = synonyms.in(reading).stream()
                            .filter(match -> match.length() > 1)
                            .filter(match -> reading.subList(match.first(), match.first() + match.length()).stream()
                                    .anyMatch(Word::marked))
                            .count();
                    return new Reading(meant, reading, terms, way.cost() - TERM * terms);
                })
                .sorted(Comparator.comparingDouble(Reading::cost))
                .toList();
    }

    private List<Candidate> candidates(List<Word> words, int at, boolean anyMarked) {
        var word = words.get(at);
        var own = model.number(word.canonical());
        var found = new LinkedHashMap<String, Candidate>();
        if (!SyllableModel.isWord(word.canonical()) && Telex.decode(word.canonical()) == null
                || synonyms.abbreviations().contains(word.canonical()) && !areKeys(words, at)
                || word.marked()
                        && (word.isAcronymAmong(words)
                                || own >= 0 && (at > 0 && word.isNameAmong(words) || !isStranger(words, at)))) {
            return List.of(asTyped(word));
        }
        found.put(word.canonical(), new Candidate(word.canonical(), own, price(word, own), false));
        sameLetters(words, at, anyMarked, found);
        if (!word.isAcronymAmong(words)) {
            keystrokes(word, found);
        }
        if (words.size() > 1 && !word.isAcronymAmong(words)) {
            if (own < 0 || word.folded().length() >= SHORTEST_FOR_LETTERS && isStranger(words, at)) {
                otherLetters(word, own < 0 ? prices.letter() : prices.letterOfKnown(), anyMarked, found);
            }
        }
        if (word.marked()) {
            found.values()
                    .removeIf(other -> !other.canonical().equals(word.canonical())
                            && !other.keystrokes()
                            && !isBesideOthers(other.number(), words, at));
        }
        if (found.size() <= CANDIDATES) {
            return List.copyOf(found.values());
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Candidate each) -> each.price() - model.alone(each.number())))
                .limit(CANDIDATES)
                .toList();
    }

    /** Whether an abbreviation may be keys of a syllable ("tw" for "tư"), as another word is beyond doubt. */
    private boolean areKeys(List<Word> words, int at) {
        return isKeys(words.get(at))
                && words.stream().anyMatch(other -> model.number(other.canonical()) < 0 && isKeys(other));
    }

    private boolean isKeys(Word word) {
        var meant = Telex.decode(word.typed());
        return meant != null && model.number(meant) >= 0;
    }

    /** The price of a syllable as it was typed; some that the content has without marks are slips themselves. */
    private double price(Word word, int own) {
        var alike = word.marked() ? null : model.alike(word.folded());
        var isRare = alike != null && model.count(own) * RARER < model.count(alike[0]);
        return own < 0 || isRare ? prices.unknown() : 0;
    }

    /** What was typed with marks is given up only for what the content knows beside one of its neighbours. */
    private boolean isBesideOthers(int number, List<Word> words, int at) {
        return at > 0 && isBeside(number, words.get(at - 1), true)
                || at < words.size() - 1 && isBeside(number, words.get(at + 1), false);
    }

    /** Whether the content knows a syllable beside another word, as that was typed or as the keystrokes that it may be. */
    private boolean isBeside(int number, Word other, boolean before) {
        return model.isBeside(number, other.folded(), before) || model.isBeside(number, other.letters(), before);
    }

    /** A known syllable that was never seen beside its neighbours may be a slip that happens to be a syllable. */
    private boolean isStranger(List<Word> words, int at) {
        var word = words.get(at).canonical();
        return (at == 0 || model.count(words.get(at - 1).canonical(), word) == 0)
                && (at == words.size() - 1
                        || model.count(word, words.get(at + 1).canonical()) == 0)
                && words.size() > 1;
    }

    private void sameLetters(List<Word> words, int at, boolean anyMarked, Map<String, Candidate> found) {
        var word = words.get(at);
        var isKnown = anyMarked && model.number(word.canonical()) >= 0 && !isStranger(words, at);
        var alike = model.alike(word.folded());
        if (alike == null) {
            return;
        }
        var bare = bare(word.canonical());
        for (var number : alike) {
            var other = model.syllable(number);
            double price;
            if (!word.marked()) {
                price = isKnown
                        ? prices.marksOfKnown()
                        : anyMarked ? prices.marksForgotten() : prices.marksOfUnmarkedQuery();
            } else if (bare(other).equals(bare)) {
                price = word.canonical().equals(bare) ? prices.marksForgotten() : prices.otherTone();
            } else {
                price = prices.otherMarks();
            }
            add(other, number, price, false, found);
        }
    }

    private void keystrokes(Word word, Map<String, Candidate> found) {
        if (tone(word.canonical()) != 0) {
            return;
        }
        var meant = Telex.decode(word.typed().toLowerCase(Locale.ROOT));
        if (meant == null) {
            return;
        }
        if (model.number(meant) >= 0) {
            add(meant, model.number(meant), prices.keystrokes(), true, found);
        }
        // Some marks were typed and others forgotten: "ddang" for "đăng".
        var alike = model.alike(Syllable.fold(meant));
        if (alike != null) {
            for (var number : alike) {
                var other = model.syllable(number);
                if (bears(other, meant)) {
                    add(other, number, prices.keystrokes() + prices.marksForgotten(), true, found);
                }
            }
        }
    }

    /** Whether a syllable has every mark that was typed, and maybe more. */
    private static boolean bears(String syllable, String typed) {
        if (tone(typed) != 0 && tone(typed) != tone(syllable)) {
            return false;
        }
        var typedLetters = bare(typed);
        var letters = bare(syllable);
        if (letters.length() != typedLetters.length()) {
            return false;
        }
        for (var i = 0; i < typedLetters.length(); i++) {
            if (typedLetters.charAt(i) > 127 && typedLetters.charAt(i) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
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

    /** The end of a way through the syllables: what it cost so far, and the way to the syllable before. */
    private record Way(
            double cost, Candidate candidate, @Nullable Way before) {

        List<Candidate> candidates() {
            var all = new ArrayDeque<Candidate>();
            for (var way = this; way != null; way = way.before()) {
                all.addFirst(way.candidate());
            }
            return List.copyOf(all);
        }
    }

    /** The cheapest ways, at most so many, the cheapest first. */
    private List<Way> ways(List<List<Candidate>> choices, int most) {
        var ends = new ArrayList<Way>();
        for (var candidate : choices.getFirst()) {
            ends.add(new Way(candidate.price() - model.alone(candidate.number()), candidate, null));
        }
        for (var choice : choices.subList(1, choices.size())) {
            var further = new ArrayList<Way>();
            for (var candidate : choice) {
                var here = new ArrayList<Way>();
                for (var way : ends) {
                    var cost = way.cost()
                            + candidate.price()
                            - model.after(way.candidate().number(), candidate.number());
                    if (here.size() < most || cost < here.getLast().cost()) {
                        insert(new Way(cost, candidate, way), here, most);
                    }
                }
                further.addAll(here);
            }
            ends = further;
        }
        var best = new ArrayList<Way>();
        ends.forEach(way -> insert(way, best, most));
        return best;
    }

    private static void insert(Way way, List<Way> ways, int most) {
        var at = ways.size();
        while (at > 0 && ways.get(at - 1).cost() > way.cost()) {
            at--;
        }
        ways.add(at, way);
        if (ways.size() > most) {
            ways.removeLast();
        }
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
