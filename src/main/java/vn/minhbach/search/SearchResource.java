package vn.minhbach.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Slice;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** {@code /api/v1/search}. */
@Door(
        path = "/api/v1/search",
        parameters = {"q", "kind", "limit", "offset"},
        permission = Permission.READ_PUBLIC)
@Path("/search")
@Produces("application/json;charset=UTF-8")
@RequestScoped
public class SearchResource {

    @Inject
    SearchService service;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    /** An item that was found; the snippet is HTML with the matching words in {@code <mark>}. */
    public record Item(String kind, String id, String title, String url, String snippet, float score) {}

    /**
     * What was found.
     *
     * @param repaired the query as it was understood; null if that is what was asked
     * @param expansions terms of the query that were also looked for under other names
     */
    @JsonbNillable
    public record Found(
            long total, @Nullable String repaired, List<SearchResult.Expansion> expansions, List<Item> items) {}

    @GET
    public Found search(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        var slice = Slice.of(limit, offset);
        if (query.isBlank()) {
            return new Found(0, null, List.of(), List.of());
        }
        var found = service.search(new SearchRequest(
                query,
                kind.isBlank() ? List.of() : List.of(kind),
                Map.of(),
                List.of(),
                SearchRequest.Order.RELEVANCE,
                slice.first(),
                slice.size(),
                true));
        return new Found(
                found.total(),
                found.repaired(),
                found.expansions(),
                found.hits().stream()
                        .map(hit -> new Item(
                                hit.kind(),
                                hit.publicId(),
                                hit.title(),
                                structured.absolute(visit.url(hit.path())),
                                hit.snippetHtml(),
                                hit.score()))
                        .toList());
    }
}
