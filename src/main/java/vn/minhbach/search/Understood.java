package vn.minhbach.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search made of a query before it looked anything up.
 *
 * @param typed the query, cleaned and cut
 * @param numbers codes and document numbers in it
 * @param words its syllables, repaired
 * @param matches terms in it that have other names
 * @param repaired the query as it was understood; null if that is what was typed
 * @param toTell whether the repair changed what was meant to be read as typed, so that the reader must be told
 */
record Understood(
        String typed,
        Numbers.Found numbers,
        List<Word> words,
        List<Synonyms.Match> matches,
        @Nullable String repaired,
        boolean toTell) {

    /** Longer queries are looked for by their first syllables. */
    static final int SYLLABLES = 40;

    /** Understands a query as far as it can be. */
    static Understood of(String typed, Repair repair, Synonyms synonyms) {
        var numbers = Numbers.in(typed);
        var words = Word.in(numbers.rest(), SYLLABLES);
        var repaired = repair.repair(words);
        return new Understood(
                typed,
                numbers,
                repaired.words(),
                synonyms.in(repaired.words()),
                repaired.changed() ? written(numbers.rest(), words, repaired.words()) : null,
                repaired.markedChanged());
    }

    /** Takes a query at its word. */
    static Understood exactly(String typed) {
        var numbers = Numbers.in(typed);
        return new Understood(typed, numbers, Word.in(numbers.rest(), SYLLABLES), List.of(), null, false);
    }

    /** The query with its repaired words in their places. */
    private static String written(String text, List<Word> before, List<Word> after) {
        var out = new StringBuilder();
        var at = 0;
        for (var i = 0; i < before.size(); i++) {
            out.append(text, at, before.get(i).start()).append(after.get(i).typed());
            at = before.get(i).end();
        }
        return out.append(text.substring(at)).toString().strip();
    }
}
