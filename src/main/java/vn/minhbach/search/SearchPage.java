package vn.minhbach.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.PageAddress;
import vn.minhbach.shared.Pager;
import vn.minhbach.shared.PublicPage;
import vn.minhbach.shared.StructuredData;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.shared.Visit;

/** Backs {@code /tim-kiem}: one search over everything that is public. */
@Named("tim-kiem")
@RequestScoped
public class SearchPage implements PublicPage {

    private static final int SIZE = 15;

    @Inject
    SearchService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private String query = "";
    private String kind = "";
    private SearchResult result = SearchResult.NOTHING;
    private List<ResultLine> results = List.of();
    private List<KindTab> tabs = List.of();
    private Pager pager = Pager.of(1, SIZE, 0, unused -> "");

    /** A kind of content with what it has to offer. */
    public record KindTab(String label, long count, String url, boolean selected) {}

    /** An item that was found; title and snippet are safe HTML. */
    public record ResultLine(
            String kindLabel,
            String url,
            String titleHtml,
            String snippetHtml,
            List<String> facts,
            @Nullable LocalDate date,
            boolean abolished) {}

    @Override
    public void load() {
        query = visit.parameter("q");
        kind = visit.parameter("loai");
        if (query.isEmpty()) {
            return;
        }
        var page = Pager.page(visit.parameter("trang"), Integer.MAX_VALUE, SIZE);
        result = service.search(request((page - 1) * SIZE));
        var clamped = Pager.page(String.valueOf(page), result.total(), SIZE);
        if (clamped != page) {
            result = service.search(request((clamped - 1) * SIZE));
        }
        tabs = countedTabs();
        results = result.hits().stream().map(this::line).toList();
        var address = address(kind);
        pager = Pager.of(
                clamped,
                SIZE,
                result.total(),
                number -> address.with("trang", number == 1 ? "" : String.valueOf(number))
                        .toString());
    }

    private SearchRequest request(int first) {
        return new SearchRequest(
                query,
                kind.isEmpty() ? List.of() : List.of(kind),
                java.util.Map.of(),
                List.of(SearchService.KIND),
                SearchRequest.Order.RELEVANCE,
                first,
                SIZE,
                true);
    }

    private PageAddress address(String kind) {
        return PageAddress.of(visit.url("/tim-kiem"))
                .with("q", Text.cut(query, 300))
                .with("loai", kind);
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
                visit.text("search.kind." + count.value()),
                count.count(),
                address(count.value()).toString(),
                count.value().equals(kind))));
        return all;
    }

    public List<ResultLine> getResults() {
        return results;
    }

    private ResultLine line(Hit hit) {
        var facts = new ArrayList<String>();
        for (var fact : List.of("section", "field", "agency", "time", "address", "phone")) {
            var value = hit.shown().getOrDefault(fact, "");
            if (!value.isBlank()) {
                facts.add(value);
            }
        }
        return new ResultLine(
                visit.text("search.kind." + hit.kind()),
                visit.url(hit.path()),
                hit.titleHtml(),
                hit.snippetHtml(),
                facts,
                date(hit.shown().getOrDefault("date", "")),
                hit.ended());
    }

    private static @Nullable LocalDate date(String moment) {
        return moment.isEmpty() || moment.equals("null") ? null : Time.day(Instant.parse(moment));
    }

    public String getQuery() {
        return Text.cut(query, 300);
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
