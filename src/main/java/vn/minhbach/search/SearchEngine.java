package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.minhbach.shared.Text;

/**
 * Answers searches from an index: the whole way of a query, without any server around it. The portal, the evaluation and the
 * tests all come through here.
 */
final class SearchEngine {

    /** The facet that counts hits by kind of content. */
    static final String KIND = Fields.KIND;

    private static final long DAY = 86_400_000;
    private static final int QUERY_LENGTH = 300;
    private static final int DEEPEST = 10_000;

    /** What has less than this share of the best item's score has little to do with the query. */
    private static final float CLOSE = .4f;

    /** So many of the best are shown in any case: where a query says little, nothing comes near the best by much. */
    private static final int IN_ANY_CASE = 10;

    /** So much less is worth what is farthest from most people. */
    private static final float FARTHEST = .15f;

    private static final int[] NONE = {};

    private final QueryBuilder queries = new QueryBuilder(Weights.TUNED);
    private final Supplier<Synonyms> synonyms;
    private final Function<String, List<SearchTeaching.Item>> bets;
    private final Models models = new Models();
    private final FacetCounter counter = new FacetCounter();
    private final Listing listing = new Listing();

    /** @param synonyms the rows in force; asked again for every search, so it must be quick */
    SearchEngine(Supplier<Synonyms> synonyms) {
        this(synonyms, query -> List.of());
    }

    /** @param bets what must stand first for a query, whatever its score */
    SearchEngine(Supplier<Synonyms> synonyms, Function<String, List<SearchTeaching.Item>> bets) {
        this.synonyms = synonyms;
        this.bets = bets;
    }

    /** Never fails on what was typed; an over-long query is cut, which the result tells. */
    SearchResult search(SearchIndex index, SearchRequest request) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            return search(searcher, request);
        } finally {
            index.searchers().release(searcher);
        }
    }

    private SearchResult search(IndexSearcher searcher, SearchRequest request) throws IOException {
        var typed = Text.line(request.query());
        var cut = Text.cut(typed, QUERY_LENGTH);
        var understood = understand(searcher.getIndexReader(), cut, request.exact());
        var filters = filters(searcher, request);
        var offer = cut.isEmpty() ? listed(searcher, request) : found(searcher, request, understood, cut);
        var found = narrowed(offer.items(), filters, "");
        var total = found.count();
        var farther = narrowed(offer.farther(), filters, "").count();
        if (total == 0 && farther > 0) {
            return search(searcher, request.wholly());
        }
        var page = page(searcher, request, offer, found).toArray(ScoreDoc[]::new);
        return new SearchResult(
                total,
                farther,
                page.length > 0
                        && !offer.close().isEmpty()
                        && page[0].doc == offer.close().getFirst().doc
                        && Clarity.of(searcher.getIndexReader(), understood, offer.close()),
                hits(searcher, page, request.highlight() ? understood.toMark() : Set.of()),
                facets(offer.items(), found, request, filters),
                cut.length() < typed.length(),
                understood.repaired(),
                understood.toTell(),
                Stream.concat(understood.numbers().codes().stream(), understood.numbers().documents().stream())
                        .toList(),
                understood.matches().stream()
                        .map(match -> new SearchResult.Expansion(match.term(), match.expansions()))
                        .toList(),
                request.explain() && !cut.isEmpty() ? explain(searcher, understood, page) : List.of(),
                understood.readings(),
                !understood.numbers().dossiers().isEmpty());
    }

    /**
     * What there is to choose from, before any filter.
     *
     * @param items what has enough to do with the query
     * @param farther what has something to do with it too, but far less than the best
     * @param first what stands before all others, in this order
     * @param scoring what the others are ranked by; nothing if they are listed in an order of their own
     * @param close those that have much to do with the query, by rank; the others come behind them
     */
    private record Offer(Matches items, Matches farther, int[] first, List<Query> scoring, List<ScoreDoc> close) {}

    /** Everything, in an order of its own. */
    private static Offer listed(IndexSearcher searcher, SearchRequest request) throws IOException {
        return new Offer(
                Matches.of(searcher, new MatchAllDocsQuery()),
                Matches.of(searcher, NONE),
                documents(searcher, request.before()),
                List.of(),
                List.of());
    }

    private Offer found(IndexSearcher searcher, SearchRequest request, Understood understood, String typed)
            throws IOException {
        var built = queries.build(understood, System.currentTimeMillis() / DAY * DAY / 1000);
        var first = documents(searcher, bets.apply(typed));
        var matching = Matches.of(searcher, built.matching());
        var close = lookedAtAgain(
                searcher, Ranking.near(searcher, built.scoring(), matching, CLOSE, IN_ANY_CASE), understood);
        var items = Matches.of(searcher, request.whole() ? NONE : documents(close));
        var offered = (request.whole() ? matching : items).or(Matches.of(searcher, first));
        return new Offer(offered, matching.without(offered), first, built.scoring(), close);
    }

    /** The same with what is special or far from most people farther behind, or farther in front if it was asked for. */
    private static List<ScoreDoc> lookedAtAgain(IndexSearcher searcher, List<ScoreDoc> close, Understood understood)
            throws IOException {
        var asked = Special.asked(understood.words(), understood.matches());
        // Whoever gives a number means what bears it, near or far, however special.
        var numbers = understood.numbers();
        var isNumbered = !numbers.codes().isEmpty() || !numbers.documents().isEmpty();
        var farthest = isNumbered ? 0 : FARTHEST;
        var again = new ArrayList<ScoreDoc>(close.size());
        var ascending = new ArrayList<>(close);
        ascending.sort(Comparator.comparingInt(hit -> hit.doc));
        for (var leaf : searcher.getIndexReader().leaves()) {
            var special = DocValues.getNumeric(leaf.reader(), Fields.SPECIAL);
            var nearness = DocValues.getNumeric(leaf.reader(), Fields.NEARNESS);
            var end = leaf.docBase + leaf.reader().maxDoc();
            for (var i = again.size(); i < ascending.size() && ascending.get(i).doc < end; i++) {
                var hit = ascending.get(i);
                var title = special.advanceExact(hit.doc - leaf.docBase) ? special.longValue() : 0;
                var percent = nearness.advanceExact(hit.doc - leaf.docBase) ? nearness.longValue() : 100;
                var near = 1 - farthest * (100 - percent) / 100;
                again.add(new ScoreDoc(hit.doc, hit.score * (isNumbered ? 1 : Special.worth(title, asked)) * near));
            }
        }
        again.sort(Ranking.BETTER_FIRST);
        return again;
    }

    private static int[] documents(List<ScoreDoc> ranked) {
        return ranked.stream().mapToInt(hit -> hit.doc).toArray();
    }

    /** The numbers of those items that are public. */
    private static int[] documents(IndexSearcher searcher, List<SearchTeaching.Item> items) throws IOException {
        var documents = IntStream.builder();
        for (var item : items) {
            var uid = new TermQuery(new Term(Fields.UID, DocumentMapper.uid(item.kind(), item.id())));
            for (var found : searcher.search(uid, 1).scoreDocs) {
                documents.add(found.doc);
            }
        }
        return documents.build().toArray();
    }

    private List<SearchResult.Explanation> explain(IndexSearcher searcher, Understood understood, ScoreDoc[] page)
            throws IOException {
        var documents = java.util.Arrays.stream(page).mapToInt(hit -> hit.doc).toArray();
        var scores = new float[documents.length];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = page[i].score;
        }
        return Shares.explain(searcher, queries, Weights.TUNED, understood, documents, scores);
    }

    /** The item at a path of the portal, if it is public. */
    Optional<Hit> at(SearchIndex index, String path) throws IOException {
        return one(index, new Term(Fields.PATH, path));
    }

    /** The item of this kind and id, if it is public. */
    Optional<Hit> item(SearchIndex index, String kind, String id) throws IOException {
        return one(index, new Term(Fields.UID, DocumentMapper.uid(kind, id)));
    }

    private Optional<Hit> one(SearchIndex index, Term term) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            var found = searcher.search(new TermQuery(term), 1).scoreDocs;
            return hits(searcher, found, Set.of()).stream().findFirst();
        } finally {
            index.searchers().release(searcher);
        }
    }

    /** Gives a tuner what it needs to know of a judged query. */
    void take(SearchIndex index, Tuner tuner, Evaluation.Judged judged, String typed) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            var cut = Text.cut(Text.line(typed), QUERY_LENGTH);
            tuner.take(searcher, understand(searcher.getIndexReader(), cut, false), judged);
        } finally {
            index.searchers().release(searcher);
        }
    }

    private Understood understand(IndexReader reader, String typed, boolean exact) throws IOException {
        var rows = synonyms.get();
        var model = models.of(reader, rows);
        return exact ? Understood.exactly(typed, model) : about(Understood.of(typed, model, rows));
    }

    /** The same without the words that only say that somebody asks. */
    private static Understood about(Understood understood) {
        var words = Asking.about(understood.words());
        var toMark = new LinkedHashSet<String>();
        words.forEach(word -> toMark.add(word.canonical()));
        return new Understood(
                understood.typed(),
                understood.numbers(),
                words,
                understood.matches(),
                understood.repaired(),
                understood.toTell(),
                toMark,
                understood.unsettled(),
                understood.readings());
    }

    /** One page of what was found. */
    private List<ScoreDoc> page(IndexSearcher searcher, SearchRequest request, Offer offer, Matches found)
            throws IOException {
        var ranked = request.order() == SearchRequest.Order.RELEVANCE
                && !offer.scoring().isEmpty();
        var before = ranked || request.order() == SearchRequest.Order.NEED
                ? Arrays.stream(offer.first()).filter(found::has).toArray()
                : new int[0];
        var from = Math.max(0, request.first());
        var page = new ArrayList<ScoreDoc>();
        for (var i = from; i < Math.min(before.length, (long) from + request.size()); i++) {
            page.add(new ScoreDoc(before[i], Float.NaN));
        }
        var rest = found.without(Matches.of(searcher, before));
        var skipped = Math.max(0, from - before.length);
        var missing = request.size() - page.size();
        page.addAll(
                ranked
                        ? ranked(searcher, rest, offer, skipped, missing)
                        : listing.page(searcher, rest, request.order(), skipped, missing));
        return page;
    }

    /** Some of the best from a place on; what is no longer in force comes behind all others. */
    private static List<ScoreDoc> ranked(IndexSearcher searcher, Matches found, Offer offer, int first, int size)
            throws IOException {
        var ended = found.within(Matches.of(searcher, Listing.ENDED));
        var farther = found.without(Matches.of(searcher, documents(offer.close())));
        var wanted = (int) Math.min(Math.min(DEEPEST, (long) first + size), found.count());
        var best = new ArrayList<ScoreDoc>();
        for (var inForce : List.of(true, false)) {
            var some = inForce ? farther.without(ended) : farther.within(ended);
            offer.close().stream()
                    .filter(hit -> found.has(hit.doc) && ended.has(hit.doc) != inForce)
                    .forEach(best::add);
            if (best.size() < wanted && some.count() > 0) {
                best.addAll(Ranking.best(searcher, offer.scoring(), some, wanted - best.size()));
            }
        }
        return best.subList(Math.min(first, best.size()), Math.min(wanted, best.size()));
    }

    /** What the chosen kinds and the chosen values of each facet let through, by facet. */
    private static Map<String, Matches> filters(IndexSearcher searcher, SearchRequest request) throws IOException {
        var filters = new HashMap<String, Matches>();
        if (!request.kinds().isEmpty()) {
            filters.put(KIND, Matches.of(searcher, oneOf(Fields.KIND, request.kinds())));
        }
        for (var chosen : request.filters().entrySet()) {
            if (!chosen.getValue().isEmpty()) {
                filters.put(
                        chosen.getKey(),
                        Matches.of(searcher, oneOf(Fields.FACET_PREFIX + chosen.getKey(), chosen.getValue())));
            }
        }
        return filters;
    }

    /** What passes the filters; one facet may be left out, to count its alternatives. */
    private static Matches narrowed(Matches matching, Map<String, Matches> filters, String leaveOut) {
        var narrowed = matching;
        for (var filter : filters.entrySet()) {
            if (!filter.getKey().equals(leaveOut)) {
                narrowed = narrowed.within(filter.getValue());
            }
        }
        return narrowed;
    }

    private static Query oneOf(String field, List<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.getFirst()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] page, Set<String> words) throws IOException {
        var titles = Highlighter.places(searcher, page, Fields.TITLE, words);
        var bodies = Highlighter.places(searcher, page, Fields.BODY, words);
        var files = Highlighter.places(searcher, page, Fields.FILES, words);
        var hits = new ArrayList<Hit>();
        for (var found : page) {
            var card = Card.of(searcher.getIndexReader(), found.doc);
            var snippet = snippet(searcher, found.doc, bodies, Fields.TEXT);
            hits.add(new Hit(
                    card.kind(),
                    card.id(),
                    card.title(),
                    card.path(),
                    Float.isNaN(found.score) ? 0 : found.score,
                    titles.whole(found.doc, card.title()),
                    snippet.isEmpty() ? snippet(searcher, found.doc, files, Fields.FILES_TEXT) : snippet,
                    card.shown(),
                    card.ended()));
        }
        return List.copyOf(hits);
    }

    /** @param field holds the text in which the places are */
    private static String snippet(IndexSearcher searcher, int document, Highlighter.Places places, String field)
            throws IOException {
        if (!places.areIn(document)) {
            return "";
        }
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var texts = DocValues.getBinary(leaf.reader(), field);
        return texts.advanceExact(document - leaf.docBase)
                ? places.best(document, StoredText.of(texts.binaryValue()))
                : "";
    }

    /** A facet of which nothing is chosen is counted in what was found; the others as if nothing of them were chosen. */
    private Map<String, List<SearchResult.Count>> facets(
            Matches matching, Matches found, SearchRequest request, Map<String, Matches> filters) throws IOException {
        var open = request.facets().stream()
                .filter(facet -> !filters.containsKey(facet))
                .toList();
        var counted = counter.count(open.stream().map(SearchEngine::field).toList(), found);
        var facets = new LinkedHashMap<String, List<SearchResult.Count>>();
        for (var facet : request.facets()) {
            var field = field(facet);
            var counts = filters.containsKey(facet)
                    ? counter.count(List.of(field), narrowed(matching, filters, facet))
                    : counted;
            facets.put(facet, counts.getOrDefault(field, List.of()));
        }
        return facets;
    }

    private static String field(String facet) {
        return facet.equals(KIND) ? Fields.KIND : Fields.FACET_PREFIX + facet;
    }
}
