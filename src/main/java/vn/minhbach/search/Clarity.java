package vn.minhbach.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;

/**
 * Tells whether a query clearly means the first thing found. What is said of it above the results is then taken for the answer, so
 * in doubt it is not clear: nearly all that was asked for must be in its name, or in other words for it; not much else may be in the
 * name; and nothing else may come near it.
 *
 * <p>Rare syllables count more than common ones, as they do in ranking.
 */
final class Clarity {

    /** So much of what was asked for must be in the name. */
    private static final double ASKED = .8;

    /** So much of the name must have been asked for. */
    private static final double NAMED = .55;

    /** The second must not have more than this share of the first one's score. */
    private static final float SECOND = .9f;

    private static final int TITLE = 400;

    /** Among so many of the best is looked for one that bears the same name. */
    private static final int NEIGHBOURS = 8;

    /** What a name says of the level of government that does it: "… (thực hiện tại cấp xã)". */
    private static final Set<String> LEVEL =
            Set.copyOf(syllables(Word.in("thực hiện tại ở do cấp bộ trung ương địa phương tỉnh huyện xã", TITLE)));

    private final IndexReader reader;
    private final Set<String> name;

    private Clarity(IndexReader reader, Set<String> name) {
        this.reader = reader;
        this.name = name;
    }

    /** @param ranked what was found, the best first, with its scores */
    static boolean of(IndexReader reader, Understood understood, List<ScoreDoc> ranked) throws IOException {
        if (ranked.isEmpty() || ranked.size() > 1 && ranked.get(1).score > SECOND * ranked.getFirst().score) {
            return false;
        }
        var first = Card.of(reader, ranked.getFirst().doc);
        if (first.ended()) {
            return false;
        }
        var numbers = understood.numbers();
        if (!numbers.codes().isEmpty() || !numbers.documents().isEmpty()) {
            return numbers.codes().size() == 1 && isCode(numbers.codes().getFirst(), first.id());
        }
        var clarity = new Clarity(reader, name(first));
        return clarity.isMeantBy(understood) && !clarity.isDoubled(ranked);
    }

    /** Whether an item is the one that bears a code, in whole, with its local ending left out, or with its zeros lost. */
    private static boolean isCode(String code, String id) {
        return Numbers.in(id).codes().stream()
                .anyMatch(own -> Numbers.withoutZeros(own).equals(Numbers.withoutZeros(code)));
    }

    /** Whether another bears the same name but for the level of government. */
    private boolean isDoubled(List<ScoreDoc> ranked) throws IOException {
        for (var other : ranked.subList(1, Math.min(ranked.size(), NEIGHBOURS))) {
            var card = Card.of(reader, other.doc);
            var its = name(card);
            var own = new HashSet<>(name);
            own.removeAll(its);
            its.removeAll(name);
            if (!card.ended() && LEVEL.containsAll(own) && LEVEL.containsAll(its)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeantBy(Understood understood) throws IOException {
        var asked = new HashSet<>(syllables(understood.words()));
        var met = new HashSet<>(asked);
        met.retainAll(name);
        var named = new HashSet<>(met);
        for (var match : understood.matches()) {
            if (match.scattered()) {
                continue;
            }
            for (var expansion : match.expansions()) {
                var other = syllables(Word.in(expansion, Understood.SYLLABLES));
                if (name.containsAll(other)) {
                    met.addAll(syllables(Word.in(match.term(), Understood.SYLLABLES)));
                    named.addAll(other);
                }
            }
        }
        met.retainAll(asked);
        return weight(met) >= ASKED * weight(asked) && weight(named) >= NAMED * weight(name);
    }

    /** The different syllables of a name, without the words that many begin with. */
    private static Set<String> name(Card card) {
        return new HashSet<>(SortKey.withoutIntroduction(syllables(Word.in(card.title(), TITLE))));
    }

    private static List<String> syllables(List<Word> words) {
        return words.stream().map(Word::canonical).toList();
    }

    private double weight(Set<String> syllables) throws IOException {
        var weight = 0.0;
        for (var syllable : syllables) {
            var names = reader.docFreq(new Term(Fields.TITLE, syllable));
            weight += Math.log(1 + (reader.numDocs() - names + .5) / (names + .5));
        }
        return weight;
    }
}
