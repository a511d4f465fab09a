package vn.minhbach.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.LookAlikes;

/**
 * What the search made of a query before it looked anything up.
 *
 * @param typed the query, cleaned and cut
 * @param numbers codes and document numbers in it
 * @param words its syllables, repaired
 * @param matches terms in it that have other names
 * @param repaired the query as it was understood; null if that is what was typed
 * @param toTell whether the repair changed what was meant to be read as typed, so that the reader must be told
 * @param toMark the syllables that titles and snippets show as met, in canonical form
 * @param unsettled syllables typed without marks of which it is open what was meant, and what they could mean
 * @param readings what else the query may mean, to be asked about
 */
record Understood(
        String typed,
        Numbers.Found numbers,
        List<Word> words,
        List<Synonyms.Match> matches,
        @Nullable String repaired,
        boolean toTell,
        Set<String> toMark,
        Map<String, List<String>> unsettled,
        List<String> readings) {

    /** As many as the field of the search takes; longer queries are looked for by their first syllables. */
    static final int SYLLABLES = 70;

    private static final int ALIKE = 8;

    /** So many meanings of a single syllable are asked about, and none that is used so many times less than the commonest. */
    private static final int ASKED = 4;

    private static final int RARER = 10;

    /** Understands a query as far as it can be. */
    static Understood of(String query, SyllableModel model, Synonyms synonyms) {
        var typed = LookAlikes.settle(query);
        var numbers = Numbers.in(typed);
        if (!numbers.dossiers().isEmpty()) {
            return nothing(typed, numbers);
        }
        var asked = Word.in(Telex.lettered(numbers.rest()), SYLLABLES);
        var english = English.terms(asked, synonyms.in(asked));
        if (!english.isEmpty()) {
            return new Understood(
                    typed,
                    numbers,
                    english,
                    synonyms.in(english),
                    null,
                    false,
                    canonical(english),
                    Map.of(),
                    List.of());
        }
        var words = Glued.apart(asked, synonyms.settled(asked), model);
        if (words.size() == 1
                && synonyms.in(words).isEmpty()
                && model.count(words.getFirst().canonical()) > 0) {
            // Nothing around it says what else could have been meant.
            return atItsWord(typed, numbers, words, model).asking(words.getFirst(), model);
        }
        var cut = words.size() > asked.size();
        var repaired = new Repair(model, synonyms, Repair.Prices.TUNED).repair(words);
        return new Understood(
                typed,
                numbers,
                repaired.words(),
                synonyms.about(repaired.words()),
                repaired.changed() || cut ? written(typed, words, repaired.words()) : null,
                repaired.markedChanged() || cut,
                canonical(repaired.words()),
                Map.of(),
                repaired.others().stream()
                        .map(other -> written(typed, words, other))
                        .toList());
    }

    /** Takes a query at its word. A syllable typed without marks may then mean all that are alike. */
    static Understood exactly(String query, SyllableModel model) {
        var typed = LookAlikes.settle(query);
        var numbers = Numbers.in(typed);
        if (!numbers.dossiers().isEmpty()) {
            return nothing(typed, numbers);
        }
        return atItsWord(typed, numbers, Word.in(numbers.rest(), SYLLABLES), model);
    }

    private static Understood atItsWord(String typed, Numbers.Found numbers, List<Word> words, SyllableModel model) {
        var toMark = canonical(words);
        var unsettled = new HashMap<String, List<String>>();
        for (var word : words) {
            var alike = word.marked() ? null : model.alike(word.folded());
            if (alike != null) {
                var meanings = Arrays.stream(alike)
                        .limit(ALIKE)
                        .mapToObj(model::syllable)
                        .filter(other -> !other.equals(word.canonical()))
                        .toList();
                toMark.addAll(meanings);
                unsettled.put(word.canonical(), meanings);
            }
        }
        return new Understood(typed, numbers, words, List.of(), null, false, toMark, unsettled, List.of());
    }

    /** The same, with the question which of the syllables that are alike without marks was meant by the only one. */
    private Understood asking(Word word, SyllableModel model) {
        var meanings = unsettled.getOrDefault(word.canonical(), List.of());
        var most = meanings.stream().mapToInt(model::count).max().orElse(0);
        var asked = meanings.stream()
                .filter(meaning -> model.count(meaning) * RARER > most)
                .limit(ASKED)
                .map(meaning -> written(typed, List.of(word), List.of(word.meaning(meaning))))
                .toList();
        return new Understood(typed, numbers, words, matches, repaired, toTell, toMark, unsettled, asked);
    }

    /** Somebody's dossier is not looked for: what is found by its number or the words around it is none of theirs. */
    private static Understood nothing(String typed, Numbers.Found numbers) {
        var dossiers = new Numbers.Found(List.of(), List.of(), numbers.dossiers(), "");
        return new Understood(typed, dossiers, List.of(), List.of(), null, false, Set.of(), Map.of(), List.of());
    }

    private static Set<String> canonical(List<Word> words) {
        var canonical = new LinkedHashSet<String>();
        words.forEach(word -> canonical.add(word.canonical()));
        return canonical;
    }

    /** The query with its repaired words in their places. */
    private static String written(String text, List<Word> before, List<Word> after) {
        var out = new StringBuilder();
        var at = 0;
        for (var i = 0; i < before.size(); i++) {
            if (i > 0 && before.get(i).start() == at) {
                out.append(' ');
            }
            out.append(text, at, before.get(i).start()).append(after.get(i).typed());
            at = before.get(i).end();
        }
        return out.append(text.substring(at)).toString().strip();
    }
}
