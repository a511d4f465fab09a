package vn.minhbach.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Guarded;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /tim-kiem}: one search over everything that is public. */
@Door(
        path = "/tim-kiem",
        parameters = {"q", "loai", "dung", "sap-xep", "trang", "xem", "het", "giai-thich"},
        permission = Permission.READ_PUBLIC)
@Named("tim-kiem")
@RequestScoped
public class SearchPage implements PublicPage {

    private static final int SIZE = 15;
    private static final int SUGGESTED = 5;
    private static final int NEAR_WORDS = 6;
    private static final int LONGEST = 300;

    @Inject
    SearchService service;

    @Inject
    Sources sources;

    @Inject
    Suggestions suggestions;

    @Inject
    @Any
    Instance<Searched.Listener> listeners;

    @Inject
    CurrentActor actors;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private String query = "";
    private String kind = "";
    private boolean exact;
    private boolean whole;
    private SearchRequest.Order order = SearchRequest.Order.RELEVANCE;
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();
    private Map<String, String> facetNames = Map.of();
    private @Nullable SearchSource source;
    private PageAddress address = PageAddress.of("");
    private SearchResult result = SearchResult.NOTHING;
    private List<ResultLine> results = List.of();
    private List<KindTab> tabs = List.of();
    private List<Facet> facets = List.of();
    private List<Link> chips = List.of();
    private List<KindTab> sorts = List.of();
    private List<Link> suggested = List.of();
    private List<ResultLine> near = List.of();
    private @Nullable Link likelyList;
    private @Nullable Answer answer;
    private @Nullable Link namedList;
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");

    /** A kind of content with what it has to offer; or an order of the results. */
    public record KindTab(String label, long count, String url, boolean selected) {}

    /**
     * An item that was found; title and snippet are safe HTML.
     *
     * @param ended what is to be said of an item that is no longer in force; empty for any other
     * @param reasons why it stands where it stands; empty unless an editor asked
     */
    public record ResultLine(
            String kindLabel,
            String url,
            String titleHtml,
            String snippetHtml,
            List<String> facts,
            @Nullable LocalDate date,
            String ended,
            String reasons) {}

    @Override
    public void load() {
        query = visit.parameter("q");
        kind = visit.parameter("loai");
        exact = visit.parameter("dung").equals("1");
        whole = visit.parameter("het").equals("1");
        order = switch (visit.parameter("sap-xep")) {
            case "moi" -> SearchRequest.Order.NEWEST;
            case "ten" -> SearchRequest.Order.TITLE;
            default -> SearchRequest.Order.RELEVANCE;
        };
        if (query.isEmpty()) {
            suggested = linked(suggestions.common(SUGGESTED));
            return;
        }
        source = sources.of(kind).orElse(null);
        facetNames = source == null ? Map.of() : source.facets();
        facetNames.keySet().forEach(key -> {
            var values = visit.parameters(key);
            if (!values.isEmpty()) {
                chosen.put(key, values);
            }
        });
        address = address(kind);
        for (var choice : chosen.entrySet()) {
            address = address.with(choice.getKey(), choice.getValue());
        }
        find();
    }

    private void find() {
        var page = Pager.page(visit.parameter("trang"), Integer.MAX_VALUE, SIZE);
        result = service.search(request((page - 1) * SIZE));
        var clamped = Pager.page(String.valueOf(page), result.total(), SIZE);
        if (clamped != page) {
            result = service.search(request((clamped - 1) * SIZE));
        }
        tabs = countedTabs();
        var links = new FacetLinks(facetNames, chosen, result, address, visit, this::label);
        facets = links.beside();
        chips = chosenChips();
        sorts = sortLinks();
        results = lines(result);
        var sorted = address.with("sap-xep", visit.parameter("sap-xep"));
        pager = Pager.of(
                clamped,
                SIZE,
                result.total(),
                number -> sorted.with("trang", number == 1 ? "" : String.valueOf(number))
                        .toString());
        if (result.total() == 0 && !result.dossier()) {
            helpOn();
        }
        if (clamped == 1 && chosen.isEmpty() && !exact) {
            answer = clearAnswer();
            namedList = sources.all().stream()
                    .flatMap(one -> one.named(query, visit).stream())
                    .findFirst()
                    .orElse(null);
        }
        if (kind.isEmpty() && chosen.isEmpty() && !exact) {
            var searched = new Searched(query, result.total());
            // Whatever becomes of it, the reader gets the page.
            listeners.forEach(listener -> Guarded.run(listener, () -> listener.searched(searched)));
        }
    }

    private SearchRequest request(int first) {
        var filters = new LinkedHashMap<String, List<String>>();
        chosen.forEach((key, values) -> filters.put(facetNames.getOrDefault(key, key), values));
        var counted = new ArrayList<>(List.of(SearchService.KIND));
        counted.addAll(facetNames.values());
        var request = new SearchRequest(
                query, kind.isEmpty() ? List.of() : List.of(kind), filters, counted, order, first, SIZE, true);
        if (exact) {
            request = request.exactly();
        }
        if (whole) {
            request = request.wholly();
        }
        return explains() ? request.explained() : request;
    }

    /** Editors see why a hit stands where it stands: {@code ?giai-thich=1}. */
    private boolean explains() {
        return visit.parameter("giai-thich").equals("1") && actors.get().may(Permission.EXPLAIN_SEARCH);
    }

    /** What the first result says in short, if nothing else can be meant. */
    private @Nullable Answer clearAnswer() {
        if (!result.clear() || order != SearchRequest.Order.RELEVANCE) {
            return null;
        }
        var meant = result.hits().getFirst();
        return sources.of(meant.kind()).flatMap(one -> one.answer(meant, visit)).orElse(null);
    }

    /** Nothing was found: what fewer of the words find, where such things are listed, and what others look for. */
    private void helpOn() {
        var words = query.split(" ");
        for (var length = Math.min(words.length - 1, NEAR_WORDS); length > 0 && near.isEmpty(); length--) {
            var fewer = String.join(" ", Arrays.asList(words).subList(0, length));
            var found = service.search(new SearchRequest(
                    fewer, List.of(), Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, SUGGESTED, true));
            near = lines(found);
            likelyList = found.hits().stream()
                    .flatMap(hit -> sources.of(hit.kind()).flatMap(one -> one.like(hit, visit)).stream())
                    .findFirst()
                    .orElse(null);
        }
        suggested = linked(suggestions.of(words[0], SUGGESTED));
    }

    /** Suggestions as plain links; what has no page of its own is searched for. */
    private List<Link> linked(List<Suggester.Entry> entries) {
        return entries.stream()
                .map(entry -> new Link(
                        entry.text(),
                        entry.url().isEmpty()
                                ? PageAddress.of(visit.url("/tim-kiem"))
                                        .with("q", entry.text())
                                        .toString()
                                : visit.url(entry.url())))
                .toList();
    }

    private PageAddress address(String kind) {
        return PageAddress.of(visit.url("/tim-kiem"))
                .with("q", Text.cut(query, LONGEST))
                .with("loai", kind)
                .with("dung", exact ? "1" : "")
                .with("het", whole ? "1" : "");
    }

    /** What is to be said above the results; null unless one item is clearly meant. */
    public @Nullable Answer getAnswer() {
        return answer;
    }

    /** The list that the query names. */
    public @Nullable Link getNamedList() {
        return namedList;
    }

    /** How many items more have little to do with the query. */
    public long getFarther() {
        return result.farther();
    }

    /** Whether what has little to do with the query is among the results. */
    public boolean isWhole() {
        return whole;
    }

    /** The same search with all that has anything to do with it, or again only with what has much. */
    public String getOtherWidthUrl() {
        return address.with("het", whole ? "" : "1").toString();
    }

    public List<KindTab> getTabs() {
        return tabs;
    }

    private List<KindTab> countedTabs() {
        var counts = result.facets().getOrDefault(SearchService.KIND, List.of());
        var all = new ArrayList<KindTab>();
        all.add(new KindTab(
                visit.text("search.kind.all"),
                counts.stream().mapToLong(SearchResult.Count::count).sum(),
                address("").toString(),
                kind.isEmpty()));
        counts.forEach(count -> all.add(new KindTab(
                kindLabel(count.value()),
                count.count(),
                address(count.value()).toString(),
                count.value().equals(kind))));
        return all;
    }

    public List<Facet> getFacets() {
        return facets;
    }

    private String label(String facet, String value) {
        return source == null ? value : source.label(facet, value, visit);
    }

    /** The chosen filters, each leading to the results without it. */
    public List<Link> getChips() {
        return chips;
    }

    private List<Link> chosenChips() {
        var all = new ArrayList<Link>();
        chosen.forEach((key, values) -> values.forEach(value -> all.add(new Link(
                label(facetNames.getOrDefault(key, key), value),
                address.toggle(key, value).toString()))));
        return all;
    }

    public List<KindTab> getSorts() {
        return sorts;
    }

    private List<KindTab> sortLinks() {
        return List.of(
                sortLink("search.sort.relevance", "", SearchRequest.Order.RELEVANCE),
                sortLink("search.sort.newest", "moi", SearchRequest.Order.NEWEST),
                sortLink("search.sort.title", "ten", SearchRequest.Order.TITLE));
    }

    private KindTab sortLink(String key, String value, SearchRequest.Order meant) {
        return new KindTab(visit.text(key), 0, address.with("sap-xep", value).toString(), order == meant);
    }

    public List<ResultLine> getResults() {
        return results;
    }

    private List<ResultLine> lines(SearchResult found) {
        var lines = new ArrayList<ResultLine>();
        for (var i = 0; i < found.hits().size(); i++) {
            var reasons = i < found.explanations().size()
                    ? found.explanations().get(i).told(visit.words())
                    : "";
            lines.add(line(found.hits().get(i), reasons));
        }
        return lines;
    }

    private ResultLine line(Hit hit, String reasons) {
        var kindOfHit = sources.of(hit.kind());
        return new ResultLine(
                kindLabel(hit.kind()),
                visit.url(hit.path()),
                hit.titleHtml(),
                hit.snippetHtml(),
                kindOfHit.map(one -> one.facts(hit, visit)).orElse(List.of()),
                kindOfHit.map(one -> one.date(hit)).orElse(null),
                hit.ended() ? kindOfHit.map(one -> one.endedLabel(visit)).orElse("") : "",
                reasons);
    }

    private String kindLabel(String word) {
        return sources.of(word).map(one -> one.label(visit)).orElse(word);
    }

    /** The query as it was understood, if the reader must be told that it is not what they typed; else null. */
    public @Nullable String getRepaired() {
        return result.repairToTell() ? result.repaired() : null;
    }

    /** The query with the marks that were left out, where nothing else was changed; else null. */
    public @Nullable String getMarked() {
        return result.repairToTell() ? null : result.repaired();
    }

    /** What the query's words were also looked for as. That an official name has an abbreviation need not be told. */
    public List<SearchResult.Expansion> getExpansions() {
        return result.expansions().stream()
                .map(one -> new SearchResult.Expansion(
                        one.term(),
                        one.names().stream()
                                .filter(name -> !name.equals(name.toUpperCase(Locale.ROOT)))
                                .toList()))
                .filter(one -> !one.names().isEmpty())
                .toList();
    }

    /** What else the query may mean, each leading to the search for it. */
    public List<Link> getReadings() {
        return result.readings().stream()
                .map(reading -> new Link(
                        reading,
                        PageAddress.of(visit.url("/tim-kiem")).with("q", reading).toString()))
                .toList();
    }

    /** Whether somebody looks for their dossier, which is to be found in the national portal and not here. */
    public boolean isDossier() {
        return result.dossier();
    }

    /** Whether the query was taken at its word. */
    public boolean isExact() {
        return exact;
    }

    /** The same search at its word. */
    public String getExactUrl() {
        return address.with("dung", "1").toString();
    }

    /** The same search with repair and other names. */
    public String getHelpedUrl() {
        return address.with("dung", "").toString();
    }

    public List<Link> getSuggested() {
        return suggested;
    }

    public List<ResultLine> getNear() {
        return near;
    }

    /** Where more of the sort of the nearest results is listed. */
    public @Nullable Link getLikelyList() {
        return likelyList;
    }

    /** The lists in which somebody may look who found nothing. */
    public List<Link> getLists() {
        return sources.all().stream().flatMap(one -> one.whole(visit).stream()).toList();
    }

    public String getQuery() {
        return Text.cut(query, LONGEST);
    }

    public String getKind() {
        return kind;
    }

    public boolean isAsked() {
        return !query.isEmpty();
    }

    public boolean isQueryCut() {
        return result.queryCut();
    }

    public boolean isRebuilding() {
        return service.state().condition() != IndexState.Condition.READY;
    }

    public Pager getPager() {
        return pager;
    }

    public String getCanonicalUrl() {
        return structured.absolute(address(kind).toString());
    }
}
