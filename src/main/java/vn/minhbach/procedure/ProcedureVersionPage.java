package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.VersionPage;
import vn.minhbach.web.Door;

/** Backs {@code /quan-tri/thu-tuc/phien-ban}: what a procedure said in one of its versions, or on a day before the public, part by part. */
@Door(
        path = ProcedureVersionPage.PATH,
        parameters = {ProcedureEditPage.PROCEDURE, VersionPage.VERSION, VersionPage.DAY},
        permission = Permission.WRITE_PROCEDURES)
@Named
@RequestScoped
public class ProcedureVersionPage extends VersionPage {

    static final String PATH = ProceduresDeskPage.PATH + "/phien-ban";

    @Inject
    ProcedureDeskService desk;

    private List<Part> parts = List.of();

    /** A part that says something. */
    public record Part(String label, String text) {}

    @Override
    protected ItemSheet open(String given) {
        return desk.open(ProcedureDeskService.code(given));
    }

    @Override
    protected void show(ItemSheet known, int number) {
        parts =
                ProcedureParts.of(desk.content(ProcedureVersion.code(known.slug()), number)
                                .procedure())
                        .entrySet()
                        .stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> new Part(visit.text("procedureEdit." + part.getKey()), part.getValue()))
                        .toList();
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String formPath() {
        return ProcedureEditPage.PATH;
    }

    @Override
    protected String listPath() {
        return ProceduresDeskPage.PATH;
    }

    public List<Part> getParts() {
        return parts;
    }
}
