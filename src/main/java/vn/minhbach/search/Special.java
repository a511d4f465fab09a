package vn.minhbach.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is special in a title: that something is taken back, changed, issued again, or for foreigners. Whoever means that says so;
 * whoever asks for a licence wants one, and not the revocation of one, though the two are called alike.
 *
 * <p>Each sort is a bit of a number, which the index keeps of each item.
 */
final class Special {

    private static final String RESOURCE = "/vn/minhbach/search/special.tsv";

    /** What an item is worth that does something special: that was asked for, and that was not. */
    private static final float ASKED_DEED = 1.1f;

    private static final float DEED = .85f;

    /** What an item is worth that is for special people or places that nobody asked for. */
    private static final float CIRCUMSTANCE = .9f;

    private static final int TITLE = 400;

    private static final List<Sort> SORTS = sorts();

    /**
     * A sort of what is special.
     *
     * @param begins whether a title must begin with it; else it may hold it anywhere
     * @param phrases how titles say it, in syllables
     * @param asked syllables by which people ask for it
     */
    private record Sort(boolean begins, List<List<String>> phrases, Set<String> asked) {

        float worth(boolean asked) {
            if (begins) {
                return asked ? ASKED_DEED : DEED;
            }
            return asked ? 1 : CIRCUMSTANCE;
        }

        boolean isIn(List<String> title) {
            return phrases.stream()
                    .anyMatch(phrase -> begins
                            ? title.size() >= phrase.size()
                                    && title.subList(0, phrase.size()).equals(phrase)
                            : Collections.indexOfSubList(title, phrase) >= 0);
        }
    }

    private Special() {}

    private static List<Sort> sorts() {
        try (var in = Objects.requireNonNull(Special.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Sort(
                            columns[0].equals("begins"),
                            Stream.of(columns[1].split("\\|"))
                                    .map(Special::syllables)
                                    .toList(),
                            Set.copyOf(syllables(columns[2]))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> syllables(String text) {
        return Word.in(text, TITLE).stream().map(Word::canonical).toList();
    }

    /** What is special in a title. */
    static long in(String title) {
        var syllables = SortKey.withoutIntroduction(syllables(title));
        var found = 0L;
        for (var i = 0; i < SORTS.size(); i++) {
            found |= SORTS.get(i).isIn(syllables) ? 1L << i : 0;
        }
        return found;
    }

    /** What a query asks for, in its own words or in the names that these stand for. */
    static long asked(List<Word> words, List<Synonyms.Match> matches) {
        var syllables = new HashSet<String>();
        words.forEach(word -> syllables.add(word.canonical()));
        matches.forEach(match -> match.expansions().forEach(name -> syllables.addAll(syllables(name))));
        var asked = 0L;
        for (var i = 0; i < SORTS.size(); i++) {
            asked |= Collections.disjoint(SORTS.get(i).asked(), syllables) ? 0 : 1L << i;
        }
        return asked;
    }

    /**
     * What becomes of the score of an item.
     *
     * @param special what is special in its title
     * @param asked what the query asks for
     */
    static float worth(long special, long asked) {
        var worth = 1f;
        for (var i = 0; i < SORTS.size(); i++) {
            if ((special >> i & 1) == 1) {
                worth *= SORTS.get(i).worth((asked >> i & 1) == 1);
            }
        }
        return worth;
    }
}
