package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.web.Door;
import vn.minhbach.web.Slice;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** {@code /api/v1/procedures}. */
@Door(
        path = "/api/v1/procedures",
        parameters = {"limit", "offset"},
        permission = Permission.READ_PUBLIC)
@Door(path = "/api/v1/procedures/{code}", permission = Permission.READ_PUBLIC)
@Path("/procedures")
@Produces("application/json;charset=UTF-8")
@RequestScoped
public class ProcedureResource {

    @Inject
    ProcedureService service;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    /** A procedure in a list. */
    public record Line(
            String code,
            String title,
            String field,
            String org,
            List<GovernmentLevel> levels,
            ServiceLevel serviceLevel,
            ProcedureStatus status,
            String url) {}

    @GET
    public Paged<Line> list(
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("offset") @DefaultValue("0") String offset) {
        var slice = Slice.of(limit, offset);
        return service.page(slice.first(), slice.size())
                .map(procedure -> new Line(
                        procedure.getCode(),
                        procedure.getTitle(),
                        procedure.getField(),
                        procedure.getOrg(),
                        procedure.getLevels(),
                        procedure.getServiceLevel(),
                        procedure.getStatus(),
                        structured.absolute(visit.url(procedure.getPath()))));
    }

    @GET
    @Path("{code}")
    public ProcedureRecord one(@PathParam("code") String given) {
        var code = ProcedureCode.national(given).orElseThrow(() -> new NotFoundException(ProcedureService.KIND, given));
        return service.get(code).toRecord();
    }
}
