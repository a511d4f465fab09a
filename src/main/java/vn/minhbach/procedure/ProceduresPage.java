package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.search.Facet;
import vn.minhbach.search.FacetLinks;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchRequest.Order;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.web.Door;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /danh-muc-thu-tuc}: all procedures, narrowed by text and facets. Every choice is a plain link. */
@Door(
        path = "/danh-muc-thu-tuc",
        parameters = {"q", "linh-vuc", "co-quan", "cap", "doi-tuong", "muc-do", "su-kien", "sap-xep", "trang", "xem"},
        permission = Permission.READ_PUBLIC)
@Named("danh-muc-thu-tuc")
@RequestScoped
public class ProceduresPage implements PublicPage {

    private static final int SIZE = 20;

    /** The facets in the order shown: request parameter, and the facet's name in the index. */
    private static final Map<String, String> FACETS = new LinkedHashMap<>();

    static {
        FACETS.put("linh-vuc", ProcedureSearchSource.FIELD);
        FACETS.put("co-quan", ProcedureSearchSource.AGENCY);
        FACETS.put("cap", ProcedureSearchSource.LEVEL);
        FACETS.put("doi-tuong", ProcedureSearchSource.AUDIENCE);
        FACETS.put("muc-do", ProcedureSearchSource.SERVICE_LEVEL);
        FACETS.put("su-kien", ProcedureSearchSource.LIFE_EVENT);
    }

    @Inject
    SearchService search;

    @Inject
    ProcedureService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private String query = "";
    private Order order = Order.TITLE;
    private PageAddress address = PageAddress.of("");
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();
    private Map<String, LifeEvent> events = Map.of();
    private SearchResult result = new SearchResult(0, List.of(), Map.of(), false);
    private List<ProcedureLine> procedures = List.of();
    private List<Facet> facets = List.of();
    private List<Chip> chips = List.of();
    private List<SortLink> sorts = List.of();
    private List<Param> kept = List.of();
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");

    /** A filter that was chosen, and the address of the list without it. */
    public record Chip(String label, String removeUrl) {}

    /** An order to put the list in. */
    public record SortLink(String label, String url, boolean current) {}

    /** A parameter that the text form carries along. */
    public record Param(String name, String value) {}

    @Override
    public void load() {
        query = visit.parameter("q");
        events = service.lifeEvents().stream()
                .collect(Collectors.toMap(LifeEvent::getSlug, event -> event, (a, b) -> a, LinkedHashMap::new));
        FACETS.keySet().forEach(key -> {
            var values = visit.parameters(key);
            if (!values.isEmpty()) {
                chosen.put(key, values);
            }
        });
        order = switch (visit.parameter("sap-xep")) {
            case "ten" -> Order.TITLE;
            case "ma" -> Order.CODE;
            default -> query.isEmpty() ? Order.TITLE : Order.RELEVANCE;
        };
        address = PageAddress.of(visit.url("/danh-muc-thu-tuc")).with("q", query);
        for (var choice : chosen.entrySet()) {
            address = address.with(choice.getKey(), choice.getValue());
        }
        if (order != (query.isEmpty() ? Order.TITLE : Order.RELEVANCE)) {
            address = address.with("sap-xep", visit.parameter("sap-xep"));
        }
        find();
    }

    private void find() {
        var page = Pager.page(visit.parameter("trang"), Integer.MAX_VALUE, SIZE);
        result = search.search(request((page - 1) * SIZE));
        var clamped = Pager.page(String.valueOf(page), result.total(), SIZE);
        if (clamped != page) {
            result = search.search(request((clamped - 1) * SIZE));
        }
        procedures =
                result.hits().stream().map(hit -> ProcedureLine.of(hit, visit)).toList();
        var links = new FacetLinks(FACETS, chosen, result, address, visit, this::label);
        facets = links.beside();
        chips = chosenChips();
        sorts = sortLinks();
        kept = keptParameters();
        pager = Pager.of(
                clamped,
                SIZE,
                result.total(),
                number -> address.with("trang", number == 1 ? "" : String.valueOf(number))
                        .toString());
    }

    private SearchRequest request(int first) {
        var filters = new LinkedHashMap<String, List<String>>();
        chosen.forEach((key, values) -> filters.put(FACETS.get(key), values));
        return new SearchRequest(
                query,
                List.of(ProcedureService.KIND),
                filters,
                List.copyOf(FACETS.values()),
                order,
                first,
                SIZE,
                false);
    }

    public List<Facet> getFacets() {
        return facets;
    }

    private String label(String facet, String value) {
        if (facet.equals(ProcedureSearchSource.LIFE_EVENT)) {
            var event = events.get(value);
            return event == null ? value : LifeEventLink.of(event, 0, visit).name();
        }
        return ProcedureSearchSource.name(facet, value, visit);
    }

    public List<Chip> getChips() {
        return chips;
    }

    private List<Chip> chosenChips() {
        var all = new ArrayList<Chip>();
        if (!query.isEmpty()) {
            all.add(new Chip("“" + query + "”", address.with("q", "").toString()));
        }
        chosen.forEach((key, values) -> {
            var facet = FACETS.getOrDefault(key, key);
            values.forEach(value -> all.add(new Chip(
                    visit.text("search.facet." + facet) + ": " + label(facet, value),
                    address.toggle(key, value).toString())));
        });
        return all;
    }

    public List<SortLink> getSorts() {
        return sorts;
    }

    private List<SortLink> sortLinks() {
        var all = new ArrayList<SortLink>();
        if (!query.isEmpty()) {
            all.add(new SortLink(
                    visit.text("procedures.sort.relevance"),
                    address.with("sap-xep", "").toString(),
                    order == Order.RELEVANCE));
        }
        all.add(new SortLink(
                visit.text("procedures.sort.title"),
                address.with("sap-xep", query.isEmpty() ? "" : "ten").toString(),
                order == Order.TITLE));
        all.add(new SortLink(
                visit.text("procedures.sort.code"),
                address.with("sap-xep", "ma").toString(),
                order == Order.CODE));
        return all;
    }

    public List<Param> getKept() {
        return kept;
    }

    private List<Param> keptParameters() {
        var all = new ArrayList<Param>();
        chosen.forEach((key, values) -> values.forEach(value -> all.add(new Param(key, value))));
        return all;
    }

    public List<ProcedureLine> getProcedures() {
        return procedures;
    }

    /** The life event, if the list is that of one. */
    public @Nullable LifeEventLink getLifeEvent() {
        var slugs = chosen.getOrDefault("su-kien", List.of());
        var event = slugs.size() == 1 ? events.get(slugs.getFirst()) : null;
        return event == null ? null : LifeEventLink.of(event, result.total(), visit);
    }

    public String getQuery() {
        return query;
    }

    public boolean isQueryCut() {
        return result.queryCut();
    }

    public String getClearUrl() {
        return visit.url("/danh-muc-thu-tuc");
    }

    public Pager getPager() {
        return pager;
    }

    public String getCanonicalUrl() {
        return structured.absolute(address.with("trang", pager.page() == 1 ? "" : String.valueOf(pager.page()))
                .toString());
    }

    public String getJsonLd() {
        return structured.breadcrumb(
                List.of(new vn.minhbach.web.Link(visit.text("procedures.title"), visit.url("/danh-muc-thu-tuc"))));
    }
}
