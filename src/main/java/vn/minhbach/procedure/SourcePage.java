package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /nguon-thu-tuc/<code>}: what the import file said of a procedure, word by word, for whoever wants to compare. Where no
 * source was kept there is no such page.
 */
@Door(path = "/nguon-thu-tuc/{code}", permission = Permission.READ_PUBLIC)
@Named("nguon-thu-tuc")
@RequestScoped
public class SourcePage implements PublicPage {

    /** The fields that a page is made of, in the order of the page. */
    private static final List<String> FIELDS =
            List.of("steps", "methods", "documents", "target", "agency", "result", "legal_basis", "requirements");

    @Inject
    ProcedureService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private @Nullable Procedure procedure;
    private List<Part> parts = List.of();

    /** A field as it came, with the heading under which the page shows it. */
    public record Part(String title, String text) {}

    @Override
    public void load() {
        var given = visit.pathInfo();
        var code = ProcedureCode.national(given).orElseThrow(() -> new NotFoundException(ProcedureService.KIND, given));
        var found = service.get(code);
        var source = service.source(code);
        if (source.parts().isEmpty()) {
            throw new NotFoundException(ProcedureService.KIND, given);
        }
        if (!given.equals(code)) {
            throw new MovedException(visit.url(path(code)));
        }
        procedure = found;
        parts = FIELDS.stream()
                .filter(field -> !source.part(field).isBlank())
                .map(field ->
                        new Part(visit.text(title(field)), source.part(field).strip()))
                .toList();
    }

    static String path(String code) {
        return "/nguon-thu-tuc/" + code;
    }

    private static String title(String field) {
        return switch (field) {
            case "steps" -> "procedure.steps.title";
            case "methods" -> "procedure.ways.title";
            case "documents" -> "procedure.papers.title";
            case "target" -> "procedure.audience.title";
            case "agency" -> "procedure.agencies.title";
            case "result" -> "procedure.results.title";
            case "legal_basis" -> "procedure.bases.title";
            default -> "procedure.requirements.title";
        };
    }

    public String getTitle() {
        return Objects.requireNonNull(procedure).getTitle();
    }

    /** The page that was made of it. */
    public String getPageUrl() {
        return visit.url(Objects.requireNonNull(procedure).getPath());
    }

    public List<Link> getBreadcrumb() {
        return List.of(
                new Link(visit.text("procedures.title"), visit.url("/danh-muc-thu-tuc")),
                new Link(getTitle(), getPageUrl()));
    }

    public String getCanonicalUrl() {
        return structured.absolute(
                visit.url(path(Objects.requireNonNull(procedure).getCode())));
    }

    public List<Part> getParts() {
        return parts;
    }
}
