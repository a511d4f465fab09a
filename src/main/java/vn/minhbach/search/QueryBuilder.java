package vn.minhbach.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what was typed into a Lucene query. Nothing that is typed is ever read as query syntax. */
final class QueryBuilder {

    private static final int SYLLABLES = 40;
    private static final int NUMBERS = 10;
    private static final float NUMBER_WEIGHT = 60;

    private final Analyzer single = new VietnameseAnalyzer(false, false);
    private final Analyzer pairs = new VietnameseAnalyzer(false, true);

    /** The query, and the words of it that snippets should mark, in folded form. */
    record Built(Query query, Set<String> words, Set<String> foldedWords) {}

    Built build(String typed) {
        var numbers = Numbers.in(typed);
        var words = terms(single, numbers.rest());
        var all = new BooleanQuery.Builder();
        numbers.codes().stream()
                .limit(NUMBERS)
                .forEach(code -> all.add(exact(new PrefixQuery(new Term(Fields.NUMBER, code))), Occur.SHOULD));
        numbers.documents().stream()
                .limit(NUMBERS)
                .forEach(number -> all.add(exact(new PrefixQuery(new Term(Fields.NUMBER, number))), Occur.SHOULD));
        if (!words.isEmpty()) {
            all.add(
                    words(words, numbers.rest()),
                    numbers.codes().isEmpty() && numbers.documents().isEmpty() ? Occur.MUST : Occur.SHOULD);
        }
        var folded = new LinkedHashSet<String>();
        words.forEach(word -> folded.add(Syllable.fold(word)));
        return new Built(all.build(), new LinkedHashSet<>(words), folded);
    }

    private static Query exact(PrefixQuery number) {
        return new BoostQuery(new ConstantScoreQuery(number), NUMBER_WEIGHT);
    }

    private Query words(List<String> words, String typed) {
        var text = new BooleanQuery.Builder();
        var present = new BooleanQuery.Builder();
        for (var word : words) {
            var folded = Syllable.fold(word);
            add(text, Fields.TITLE, word, 2f);
            add(text, Fields.TITLE_FOLDED, folded, .6f);
            add(text, Fields.BODY, word, 1f);
            add(text, Fields.BODY_FOLDED, folded, .5f);
            var either = new BooleanQuery.Builder();
            either.add(new TermQuery(new Term(Fields.TITLE_FOLDED, folded)), Occur.SHOULD);
            either.add(new TermQuery(new Term(Fields.BODY_FOLDED, folded)), Occur.SHOULD);
            present.add(either.build(), Occur.SHOULD);
        }
        for (var pair : terms(pairs, typed)) {
            var folded = foldPair(pair);
            add(text, Fields.TITLE_PAIRS, pair, 1f);
            add(text, Fields.TITLE_FOLDED_PAIRS, folded, .5f);
            add(text, Fields.BODY_PAIRS, pair, .5f);
            add(text, Fields.BODY_FOLDED_PAIRS, folded, .25f);
        }
        // What shares hardly a word with the query is no answer, however rare that word is.
        present.setMinimumNumberShouldMatch(Math.max(1, words.size() * 2 / 5));
        return new BooleanQuery.Builder()
                .add(text.build(), Occur.MUST)
                .add(present.build(), Occur.FILTER)
                .build();
    }

    private static String foldPair(String pair) {
        var space = pair.indexOf(' ');
        return space < 0
                ? Syllable.fold(pair)
                : Syllable.fold(pair.substring(0, space)) + " " + Syllable.fold(pair.substring(space + 1));
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, term)), weight), Occur.SHOULD);
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        var terms = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream("", text)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < SYLLABLES && tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(new LinkedHashSet<>(terms));
    }
}
