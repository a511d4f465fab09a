package vn.minhbach.procedure;

import java.util.Map;
import vn.minhbach.search.Hit;
import vn.minhbach.web.Visit;

/** A procedure in a list. Time and fee are short wordings, empty where unknown. */
public record ProcedureLine(
        String url,
        String code,
        String title,
        String field,
        String agency,
        String time,
        String fee,
        ServiceLevel serviceLevel,
        ProcedureStatus status) {

    /** The procedure as this reader is to see it. */
    public static ProcedureLine of(Procedure procedure, Visit visit) {
        return new ProcedureLine(
                visit.url(procedure.getPath()),
                procedure.getCode(),
                procedure.getTitle(),
                FieldName.of(procedure.getField(), visit),
                procedure.getOrg(),
                AtAGlance.time(procedure.getContent()),
                AtAGlance.fee(procedure.getContent()),
                procedure.getServiceLevel(),
                procedure.getStatus());
    }

    static ProcedureLine of(Hit hit, Visit visit) {
        Map<String, String> shown = hit.shown();
        return new ProcedureLine(
                visit.url(hit.path()),
                hit.id(),
                hit.title(),
                FieldName.of(shown.getOrDefault("field", ""), visit),
                shown.getOrDefault("agency", ""),
                shown.getOrDefault("time", ""),
                shown.getOrDefault("fee", ""),
                ServiceLevel.valueOf(shown.getOrDefault("serviceLevel", "UNSTATED")),
                ProcedureStatus.valueOf(shown.getOrDefault("status", "PUBLIC")));
    }

    /** The name as the line shows it; of a long one its beginning, with the whole below it. */
    public ShortTitle heading() {
        return ShortTitle.of(title);
    }

    /** Whether the procedure is no longer in force, which a list must say. */
    public boolean abolished() {
        return status == ProcedureStatus.ABOLISHED;
    }
}
