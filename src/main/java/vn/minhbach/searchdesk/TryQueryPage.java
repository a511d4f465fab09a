package vn.minhbach.searchdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-truy-van}: what the search makes of a query, step by step. */
@Door(path = "/quan-tri/thu-truy-van", parameters = "q", permission = Permission.TEACH_SEARCH)
@Screen(name = "searchDesk.try.title", task = "searchDesk.task", order = 140)
@Named
@RequestScoped
public class TryQueryPage {

    private static final int TRIED = 10;

    @Inject
    SearchDeskService desk;

    @Inject
    SearchService search;

    @Inject
    Visit visit;

    private String query = "";
    private boolean tried;
    private long total;
    private List<Step> steps = List.of();
    private List<Line> lines = List.of();

    /** A step of the search, by its name in the bundle. */
    public record Step(String key, String value) {}

    /** A result with its score and where that comes from, the greatest share first. */
    public record Line(Hit hit, String score, List<String> why) {}

    /** Runs the query of the address the way a reader's would run. */
    public void load() {
        query = visit.parameter("q");
        if (query.isBlank()) {
            return;
        }
        var result = search.search(
                new SearchRequest(query, List.of(), Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, TRIED, true)
                        .explained());
        tried = true;
        total = result.total();
        steps = steps(result);
        lines = lines(result);
    }

    private List<Step> steps(SearchResult result) {
        var made = new ArrayList<Step>();
        made.add(new Step("searchDesk.try.typed", query));
        if (!result.numbers().isEmpty()) {
            made.add(new Step("searchDesk.try.numbers", String.join(" · ", result.numbers())));
        }
        var repaired = result.repaired();
        made.add(new Step(
                "searchDesk.try.repaired", repaired == null ? visit.text("searchDesk.try.unrepaired") : repaired));
        made.add(new Step(
                "searchDesk.try.expansions",
                result.expansions().isEmpty()
                        ? visit.text("searchDesk.try.noExpansions")
                        : result.expansions().stream()
                                .map(one -> one.term() + " → " + String.join(", ", one.names()))
                                .collect(Collectors.joining("; "))));
        var first = desk.bets().stream()
                .filter(bet -> bet.getKey().equals(BestBet.key(query)))
                .map(BestBet::getContentId)
                .collect(Collectors.joining(", "));
        if (!first.isEmpty()) {
            made.add(new Step("searchDesk.try.bets", first));
        }
        return List.copyOf(made);
    }

    private List<Line> lines(SearchResult result) {
        var made = new ArrayList<Line>();
        for (var i = 0; i < result.hits().size(); i++) {
            var hit = result.hits().get(i);
            var why = i < result.explanations().size()
                    ? result.explanations().get(i).reasons(visit.words())
                    : List.<String>of();
            made.add(new Line(hit, visit.words().decimal(hit.score()), why));
        }
        return List.copyOf(made);
    }

    public String getQuery() {
        return query;
    }

    public boolean isTried() {
        return tried;
    }

    public long getTotal() {
        return total;
    }

    public List<Step> getSteps() {
        return steps;
    }

    public List<Line> getLines() {
        return lines;
    }
}
