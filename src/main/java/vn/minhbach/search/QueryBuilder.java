package vn.minhbach.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Turns what was understood into a Lucene query. Nothing that is typed is ever read as query syntax. */
final class QueryBuilder {

    private static final int NUMBERS = 10;

    /** Of the other names of what was typed, so many are looked for; the clauses stay far below Lucene's limit of 1,024. */
    private static final int EXPANSIONS = 8;

    /** Looked at so often, an item has half of what popularity can give. */
    private static final float OFTEN = 50;

    /** Mentioned so often, a number has half of what mentions can give. */
    private static final float MENTIONS = 4;

    /** So many seconds old, news has half of what freshness can give. */
    private static final long LATELY = 60L * 86_400;

    /** What a term's other names count whose syllables are scattered over the query: it may be chance. */
    private static final float SCATTERED = .85f;

    /** A citizen's word that is a fourth of the query or more counts in full; a longer question says more in its own words. */
    private static final float PARTS = 4;

    private final Weights weights;

    QueryBuilder(Weights weights) {
        this.weights = weights;
    }

    /**
     * What is looked for.
     *
     * @param matching what an item must have to be found at all; says nothing of rank
     * @param scoring what it is ranked by: the more of it, the better
     */
    record Built(Query matching, List<Query> scoring) {}

    /** @param now the present moment in seconds, by which fresh news is told from old */
    Built build(Understood understood, long now) {
        var scoring = new ArrayList<>(numbers(understood));
        if (understood.words().isEmpty() && scoring.isEmpty()) {
            return new Built(new MatchNoDocsQuery(), List.of());
        }
        var matching = new BooleanQuery.Builder();
        scoring.forEach(number -> matching.add(number, Occur.SHOULD));
        if (!understood.words().isEmpty()) {
            matching.add(present(understood), Occur.SHOULD);
            text(understood, scoring);
        }
        scoring.add(FeatureField.newSaturationQuery(Fields.PRIOR, Fields.POPULARITY, weights.popularity(), OFTEN));
        // Half of the weight is reached at the best standing there is, 1.
        scoring.add(FeatureField.newSaturationQuery(Fields.PRIOR, Fields.STANDING, 2 * weights.standing(), 1));
        scoring.add(LongField.newDistanceFeatureQuery(Fields.FRESH, weights.freshness(), now, LATELY));
        return new Built(matching.build(), List.copyOf(scoring));
    }

    /** The codes and document numbers that were asked for. */
    List<Query> numbers(Understood understood) {
        var numbers = understood.numbers();
        return Stream.concat(
                        numbers.codes().stream().limit(NUMBERS).map(this::code),
                        numbers.documents().stream().limit(NUMBERS).map(this::number))
                .toList();
    }

    /** A code's last zeros may be left out; that zeros behind its point were lost is the last thing thought of. */
    private Query code(String code) {
        var lost = new TermQuery(new Term(Fields.CODE_WITHOUT_ZEROS, Numbers.withoutZeros(code)));
        return new BooleanQuery.Builder()
                .add(number(code), Occur.SHOULD)
                .add(new BoostQuery(new ConstantScoreQuery(lost), weights.number() / 4), Occur.SHOULD)
                .build();
    }

    /**
     * An item's own number counts most; one that its text only mentions comes behind; the more often it is mentioned, the
     * better. The last part may be left out.
     */
    private Query number(String number) {
        return new BooleanQuery.Builder()
                .add(beginning(Fields.NUMBER, number, weights.number()), Occur.SHOULD)
                .add(beginning(Fields.MENTIONED, number, weights.number() / 2), Occur.SHOULD)
                .add(whole(Fields.NUMBER, number), Occur.SHOULD)
                .add(whole(Fields.MENTIONED, number), Occur.SHOULD)
                .add(
                        FeatureField.newSaturationQuery(Fields.MENTIONS, number, weights.number() / 8, MENTIONS),
                        Occur.SHOULD)
                .build();
    }

    /** What was typed may be the whole number, which counts a little more. */
    private Query whole(String field, String number) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, number))), weights.number() / 8);
    }

    private static Query beginning(String field, String number, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new PrefixQuery(new Term(field, number))), weight);
    }

    private void text(Understood understood, List<Query> scoring) {
        for (var form : weights.forms()) {
            for (var term : terms(understood.words(), form)) {
                var meanings = form.pairs() || form.folded()
                        ? List.<String>of()
                        : understood.unsettled().getOrDefault(term, List.of());
                scoring.add(weighed(any(form.field(), term, meanings), form.weight()));
            }
        }
        scoring.addAll(synonyms(understood.matches(), understood.words()));
    }

    /** Two fifths of the words, but two of three already: one of them alone stands in nearly every item. */
    private static int enough(int words) {
        return words < 3 ? 1 : Math.max(2, words * 2 / 5);
    }

    /** What shares hardly a word with the query is no answer, however rare that word is. */
    private static Query present(Understood understood) {
        var words = new LinkedHashSet<String>();
        understood.words().forEach(word -> words.add(word.folded()));
        var present = new EnoughWords(Fields.ALL, words, enough(words.size()));
        if (understood.matches().isEmpty()) {
            return present;
        }
        var either = new BooleanQuery.Builder().add(present, Occur.SHOULD);
        understood.matches().stream()
                .flatMap(match -> match.expansions().stream())
                .limit(EXPANSIONS)
                .forEach(expansion -> {
                    var parts = new LinkedHashSet<String>();
                    Word.in(expansion, Understood.SYLLABLES).forEach(word -> parts.add(word.folded()));
                    if (!parts.isEmpty()) {
                        either.add(new EnoughWords(Fields.ALL, parts, parts.size()), Occur.SHOULD);
                    }
                });
        return either.build();
    }

    /** The other names of what was typed, each the more weighty the better it is met; of several names the best counts. */
    List<Query> synonyms(List<Synonyms.Match> matches, List<Word> words) {
        var queries = new ArrayList<Query>();
        var left = EXPANSIONS;
        for (var match : matches) {
            var names = new ArrayList<Query>();
            var worth = worth(match, words.size());
            for (var expansion : match.expansions()) {
                if (left-- <= 0) {
                    break;
                }
                var other = Word.in(expansion, Understood.SYLLABLES);
                var name = new BooleanQuery.Builder();
                for (var form : weights.forms()) {
                    if (!form.folded()) {
                        var extra = new LinkedHashSet<>(terms(other, form));
                        extra.removeAll(terms(words, form));
                        add(name, form, extra, form.weight() * worth);
                    }
                }
                var built = name.build();
                if (!built.clauses().isEmpty()) {
                    names.add(built);
                }
            }
            if (!names.isEmpty()) {
                queries.add(names.size() == 1 ? names.getFirst() : new DisjunctionMaxQuery(names, 0));
            }
        }
        return queries;
    }

    /** What another name of a term counts, against the term itself. */
    private float worth(Synonyms.Match match, int words) {
        var worth = match.scattered() ? SCATTERED * weights.synonym() : weights.synonym();
        return match.kind() == Synonyms.Kind.ONE_WAY ? worth * Math.min(1, PARTS * match.length() / words) : worth;
    }

    private static void add(BooleanQuery.Builder query, Weights.Form form, Set<String> terms, float weight) {
        terms.forEach(term -> query.add(weighed(any(form.field(), term, List.of()), weight), Occur.SHOULD));
    }

    /** A term or, for half as much, another that could have been meant by it; together they count as one. */
    private static Query any(String field, String term, List<String> meanings) {
        if (meanings.isEmpty()) {
            return new TermQuery(new Term(field, term));
        }
        var any = new SynonymQuery.Builder(field).addTerm(new Term(field, term));
        meanings.forEach(meaning -> any.addTerm(new Term(field, meaning), .5f));
        return any.build();
    }

    private static Query weighed(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    /** The different syllables or pairs of neighbours in the words, in the form of a field. */
    static Set<String> terms(List<Word> words, Weights.Form form) {
        var terms = new LinkedHashSet<String>();
        for (var i = 0; i < words.size(); i++) {
            var here = form.folded() ? words.get(i).folded() : words.get(i).canonical();
            if (!form.pairs()) {
                terms.add(here);
            } else if (i > 0) {
                var before = form.folded()
                        ? words.get(i - 1).folded()
                        : words.get(i - 1).canonical();
                terms.add(before + " " + here);
            }
        }
        return terms;
    }
}
