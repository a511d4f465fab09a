package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.search.Facet;
import vn.minhbach.search.FacetLinks;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchRequest.Order;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.SearchTeaching;
import vn.minhbach.web.Door;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Pager;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /danh-muc-thu-tuc}: the procedures, narrowed by text and facets. Every choice is a plain link.
 *
 * <p>Whoever opens the list of a department expects the procedures that the department handles, so these come first and all others
 * are one click away; whoever looks for something looks among all.
 */
@Door(
        path = "/danh-muc-thu-tuc",
        parameters = {
            "q",
            "linh-vuc",
            "co-quan",
            "cap",
            "doi-tuong",
            "muc-do",
            "su-kien",
            "cua",
            "sap-xep",
            "trang",
            "xem",
            "het"
        },
        permission = Permission.READ_PUBLIC)
@Named("danh-muc-thu-tuc")
@RequestScoped
public class ProceduresPage implements PublicPage {

    private static final int SIZE = 20;

    /** The values of the parameter {@code cua}: whose procedures are listed. */
    private static final String OWN = "so";

    private static final String ALL = "tat-ca";

    private static final String AGENCIES = "co-quan";
    private static final String LIFE_EVENTS = "su-kien";

    /** The facets in the order shown: request parameter, and the facet's name in the index. */
    private static final Map<String, String> FACETS = new LinkedHashMap<>();

    static {
        FACETS.put("linh-vuc", ProcedureSearchSource.FIELD);
        FACETS.put(AGENCIES, ProcedureSearchSource.AGENCY);
        FACETS.put("cap", ProcedureSearchSource.LEVEL);
        FACETS.put("doi-tuong", ProcedureSearchSource.AUDIENCE);
        FACETS.put("muc-do", ProcedureSearchSource.SERVICE_LEVEL);
        FACETS.put(LIFE_EVENTS, ProcedureSearchSource.LIFE_EVENT);
    }

    @Inject
    SearchService search;

    @Inject
    ProcedureService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    @Inject
    SiteFrame site;

    private String query = "";
    private boolean whole;
    private List<String> ownAgencies = List.of();
    private boolean own;
    private List<ScopeTab> scopes = List.of();
    private Order order = Order.NEED;
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

    /** Whose procedures are listed, the department's own or all. */
    public record ScopeTab(String label, long count, String url, boolean selected) {}

    /** A parameter that the text form carries along. */
    public record Param(String name, String value) {}

    @Override
    public void load() {
        query = visit.parameter("q");
        whole = visit.parameter("het").equals("1");
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
            default -> query.isEmpty() ? Order.NEED : Order.RELEVANCE;
        };
        // The department's own procedures are those that it announces itself, or the body above it.
        ownAgencies = chosen.containsKey(AGENCIES) ? List.of() : service.agencies(site.getName(), site.getParentName());
        var scope = visit.parameter("cua");
        own = !ownAgencies.isEmpty() && (scope.equals(OWN) || scope.isEmpty() && isUnasked());
        address = PageAddress.of(visit.url("/danh-muc-thu-tuc")).with("q", query);
        for (var choice : chosen.entrySet()) {
            address = address.with(choice.getKey(), choice.getValue());
        }
        if (order != (query.isEmpty() ? Order.NEED : Order.RELEVANCE)) {
            address = address.with("sap-xep", visit.parameter("sap-xep"));
        }
        address = address.with("het", whole ? "1" : "").with("cua", own ? OWN : scope.equals(ALL) ? ALL : "");
        find();
    }

    /** Whether the list was opened as it is, without any choice. */
    private boolean isUnasked() {
        return query.isEmpty() && chosen.isEmpty();
    }

    private void find() {
        var page = Pager.page(visit.parameter("trang"), Integer.MAX_VALUE, SIZE);
        result = search.search(request(own, (page - 1) * SIZE, SIZE));
        var clamped = Pager.page(String.valueOf(page), result.total(), SIZE);
        if (clamped != page) {
            result = search.search(request(own, (clamped - 1) * SIZE, SIZE));
        }
        procedures =
                result.hits().stream().map(hit -> ProcedureLine.of(hit, visit)).toList();
        var shown = new LinkedHashMap<>(FACETS);
        if (own) {
            shown.remove(AGENCIES);
        }
        var links = new FacetLinks(shown, chosen, result, address, visit, this::label);
        facets = links.beside();
        chips = chosenChips();
        sorts = sortLinks();
        kept = keptParameters();
        scopes = scopeTabs();
        pager = Pager.of(
                clamped,
                SIZE,
                result.total(),
                number -> address.with("trang", number == 1 ? "" : String.valueOf(number))
                        .toString());
    }

    private SearchRequest request(boolean ofOwn, int first, int size) {
        var filters = new LinkedHashMap<String, List<String>>();
        chosen.forEach((key, values) -> filters.put(FACETS.get(key), values));
        if (ofOwn) {
            filters.put(ProcedureSearchSource.AGENCY, ownAgencies);
        }
        var request = new SearchRequest(
                        query,
                        List.of(ProcedureService.KIND),
                        filters,
                        size == 0 ? List.of() : List.copyOf(FACETS.values()),
                        order,
                        first,
                        size,
                        false)
                .beginningWith(mostNeeded());
        return whole ? request.wholly() : request;
    }

    /** What a life event begins with; of all procedures those that the editors marked. */
    private List<SearchTeaching.Item> mostNeeded() {
        var codes = chosen.containsKey(LIFE_EVENTS)
                ? chosen.get(LIFE_EVENTS).stream()
                        .map(events::get)
                        .filter(Objects::nonNull)
                        .flatMap(event -> event.getFirst().stream())
                : service.frequent().stream().map(Procedure::getCode);
        return codes.distinct()
                .map(code -> new SearchTeaching.Item(ProcedureService.KIND, code))
                .toList();
    }

    /** The department's own procedures and all; none where it has none of its own, or an agency was chosen. */
    public List<ScopeTab> getScopes() {
        return scopes;
    }

    private List<ScopeTab> scopeTabs() {
        if (ownAgencies.isEmpty()) {
            return List.of();
        }
        var others = search.search(request(!own, 0, 0)).total();
        return List.of(
                new ScopeTab(
                        visit.text("procedures.scope.own", site.getShortName()),
                        own ? result.total() : others,
                        isUnasked() ? getClearUrl() : address.with("cua", OWN).toString(),
                        own),
                new ScopeTab(
                        visit.text("procedures.scope.all"),
                        own ? others : result.total(),
                        address.with("cua", isUnasked() ? ALL : "").toString(),
                        !own));
    }

    /** How many procedures more have little to do with what was typed. */
    public long getFarther() {
        return result.farther();
    }

    /** Whether what has little to do with what was typed is listed too. */
    public boolean isWhole() {
        return whole;
    }

    /** The same list with all that has anything to do with what was typed, or again only with what has much. */
    public String getOtherWidthUrl() {
        return address.with("het", whole ? "" : "1").toString();
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
        all.add(new SortLink(
                visit.text(query.isEmpty() ? "procedures.sort.need" : "procedures.sort.relevance"),
                address.with("sap-xep", "").toString(),
                order == Order.NEED || order == Order.RELEVANCE));
        all.add(new SortLink(
                visit.text("procedures.sort.title"),
                address.with("sap-xep", "ten").toString(),
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
        var slugs = chosen.getOrDefault(LIFE_EVENTS, List.of());
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
        var plain = isUnasked() && own ? address.with("cua", "") : address;
        return structured.absolute(plain.with("trang", pager.page() == 1 ? "" : String.valueOf(pager.page()))
                .toString());
    }

    public String getJsonLd() {
        return structured.breadcrumb(
                List.of(new vn.minhbach.web.Link(visit.text("procedures.title"), visit.url("/danh-muc-thu-tuc"))));
    }
}
