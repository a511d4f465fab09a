package vn.minhbach.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Words;

/**
 * What was found.
 *
 * @param total how many items were found
 * @param farther how many more have something to do with the query, but far less than the best, see {@link SearchRequest#whole()}
 * @param clear whether the first hit is clearly what is meant, and nothing else
 * @param facets by facet, how many items each value has, most first
 * @param queryCut whether the query was longer than the search looks at
 * @param repaired the query as it was understood; null if that is what was typed
 * @param repairToTell whether the reader must be told of the repair: it changed more than forgotten marks
 * @param numbers codes and document numbers of the query, which were looked for exactly
 * @param expansions terms of the query that were also looked for under other names
 * @param explanations for each hit why it stands where it stands; empty unless that was asked for
 * @param readings what else the query may mean, to be asked about
 * @param dossier whether the query holds the number of somebody's dossier, of which nothing is looked for here
 */
public record SearchResult(
        long total,
        long farther,
        boolean clear,
        List<Hit> hits,
        Map<String, List<Count>> facets,
        boolean queryCut,
        @Nullable String repaired,
        boolean repairToTell,
        List<String> numbers,
        List<Expansion> expansions,
        List<Explanation> explanations,
        List<String> readings,
        boolean dossier) {

    /**
     * Why a hit stands where it stands.
     *
     * @param score the whole score
     * @param shares what it is made of
     */
    public record Explanation(double score, List<Share> shares) {

        /** In words, the greatest share first: "the title has the words: 11.20 points". */
        public List<String> reasons(Words words) {
            return shares.stream()
                    .filter(share -> Math.abs(share.value()) >= .005)
                    .sorted(Comparator.comparingDouble(Share::value).reversed())
                    .map(share -> words.text(
                            "search.why.share", words.text("search.why." + share.from()), words.decimal(share.value())))
                    .toList();
        }

        /** The same in one line, with the whole score. */
        public String told(Words words) {
            return words.text("search.why.whole", words.decimal(score), String.join("; ", reasons(words)));
        }
    }

    /**
     * A part of a score.
     *
     * @param from the field that gave it ("title", "title2" for pairs of syllables, "body" …), or "synonyms", "numbers",
     *     "other"; "special" where it is taken away
     */
    public record Share(String from, double value) {}

    /** A result of which nothing was repaired or expanded. */
    public SearchResult(long total, List<Hit> hits, Map<String, List<Count>> facets, boolean queryCut) {
        this(total, 0, false, hits, facets, queryCut, null, false, List.of(), List.of(), List.of(), List.of(), false);
    }

    /** A term of the query, and the other names it was looked for under. */
    public record Expansion(String term, List<String> names) {}

    /** How many of the items found have a value. */
    public record Count(String value, long count) {}

    static final SearchResult NOTHING = new SearchResult(0, List.of(), Map.of(), false);
}
