package vn.minhbach.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One syllable of a query.
 *
 * @param typed as it was typed
 * @param canonical the form in which it is looked for
 * @param folded without marks
 * @param start where it stands in the query
 * @param end where it ends
 */
record Word(String typed, String canonical, String folded, int start, int end) {

    private static Word of(String typed, int start, int end) {
        var forms = Syllable.forms(typed);
        return new Word(typed, forms.canonical(), forms.folded(), start, end);
    }

    /** The same word, meant to be another syllable; capitals stay where they were typed. */
    Word meaning(String other) {
        var written = Syllable.written(other);
        if (Character.isUpperCase(typed.codePointAt(0))) {
            written = typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT))
                    ? written.toUpperCase(Locale.ROOT)
                    : written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
        }
        return new Word(written, other, Syllable.fold(other), start, end);
    }

    /** A part of what was typed, as a word of its own. */
    Word part(int from, int to) {
        return of(typed.substring(from, to), start + from, start + to);
    }

    /** BLDS, HĐ: capitals in a query that is not all of capitals; their letters, and marks if typed, are meant. */
    boolean isAcronymAmong(List<Word> words) {
        return isUpper() && words.stream().anyMatch(other -> !other.isUpper());
    }

    /** Hà Nội: a capital in a query that is not written with capitals throughout. */
    boolean isNameAmong(List<Word> words) {
        return Character.isUpperCase(typed.codePointAt(0))
                && words.stream().anyMatch(other -> Character.isLowerCase(other.typed.codePointAt(0)));
    }

    private boolean isUpper() {
        return typed.codePointCount(0, typed.length()) > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
    }

    /** Its letters without marks; of keystrokes those that they stand for. */
    String letters() {
        var meant = marked() ? null : Telex.decode(typed.toLowerCase(Locale.ROOT));
        return meant == null ? folded : Syllable.fold(meant);
    }

    /** Whether it was typed with a mark. */
    boolean marked() {
        return !canonical.equals(folded);
    }

    /** The syllables of a text in their order, at most so many. */
    static List<Word> in(String text, int most) {
        var words = new ArrayList<Word>();
        try (var tokenizer = new org.apache.lucene.analysis.standard.StandardTokenizer()) {
            var term = tokenizer.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
            var place = tokenizer.addAttribute(org.apache.lucene.analysis.tokenattributes.OffsetAttribute.class);
            tokenizer.setReader(new java.io.StringReader(text));
            tokenizer.reset();
            while (words.size() < most && tokenizer.incrementToken()) {
                words.add(of(term.toString(), place.startOffset(), place.endOffset()));
            }
            tokenizer.end();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return List.copyOf(words);
    }
}
