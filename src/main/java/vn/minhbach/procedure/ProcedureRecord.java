package vn.minhbach.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole administrative procedure as it is imported and as the API hands it out: the head and the parts.
 *
 * @param code the national code, one digit, a dot and six digits
 * @param title the official name; real ones run to 1,100 characters
 * @param org the body whose decision announces it: a ministry, or the province's committee
 * @param decision number and symbol of the announcing decision
 * @param kind the type in the national database (loại thủ tục)
 * @param field lĩnh vực
 * @param validFrom in force since; null where the source does not say
 * @param validTo the last day in force; null while it has no end
 * @param nationalUrl the procedure's page in the national portal; empty if unknown
 */
public record ProcedureRecord(
        String code,
        String title,
        String org,
        String decision,
        List<GovernmentLevel> levels,
        String kind,
        String field,
        ServiceLevel serviceLevel,
        ProcedureStatus status,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String nationalUrl,
        ProcedureContent content) {

    /** What is not said is empty, not missing. */
    public ProcedureRecord {
        code = Objects.requireNonNullElse(code, "");
        title = Objects.requireNonNullElse(title, "");
        org = Objects.requireNonNullElse(org, "");
        decision = Objects.requireNonNullElse(decision, "");
        levels = Objects.requireNonNullElse(levels, List.of());
        kind = Objects.requireNonNullElse(kind, "");
        field = Objects.requireNonNullElse(field, "");
        serviceLevel = Objects.requireNonNullElse(serviceLevel, ServiceLevel.UNSTATED);
        status = Objects.requireNonNullElse(status, ProcedureStatus.PUBLIC);
        nationalUrl = Objects.requireNonNullElse(nationalUrl, "");
        content = Objects.requireNonNullElse(content, ProcedureContent.EMPTY);
    }
}
