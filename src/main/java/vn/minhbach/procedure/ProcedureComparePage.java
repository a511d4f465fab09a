package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.Comparison;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-tuc/so-sanh}: two versions of a procedure side by side, part by part and word by word. */
@Door(
        path = ProcedureComparePage.PATH,
        parameters = {ProcedureEditPage.PROCEDURE, ProcedureComparePage.OLDER, ProcedureComparePage.NEWER},
        permission = Permission.WRITE_PROCEDURES)
@Named
@RequestScoped
public class ProcedureComparePage {

    static final String PATH = ProceduresDeskPage.PATH + "/so-sanh";
    static final String OLDER = "cu";
    static final String NEWER = "moi";

    @Inject
    ProcedureDeskService desk;

    @Inject
    Visit visit;

    private @Nullable ItemSheet sheet;
    private List<Field> fields = List.of();
    private boolean same;
    private String key = "";
    private int older;
    private int newer;

    /** A part in which the two differ, or the title. */
    public record Field(String label, String before, String after) {}

    public void load() {
        key = visit.parameter(ProcedureEditPage.PROCEDURE);
        if (key.isEmpty()) {
            return;
        }
        var code = ProcedureDeskService.code(key);
        var opened = desk.open(code);
        sheet = opened;
        newer = number(visit.parameter(NEWER), opened.newest());
        var shown = opened.published();
        older = number(visit.parameter(OLDER), shown != null && shown != newer ? shown : Math.max(1, newer - 1));
        var changes = PartChange.between(
                ProcedureParts.of(desk.content(code, older).procedure()),
                ProcedureParts.of(desk.content(code, newer).procedure()));
        same = changes.isEmpty();
        fields = changes.stream()
                .map(change -> {
                    var compared = Comparison.ofText(change.before(), change.after());
                    return new Field(visit.text("procedureEdit." + change.part()), compared.before(), compared.after());
                })
                .toList();
    }

    private static int number(String given, int otherwise) {
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : otherwise;
    }

    public @Nullable ItemSheet getSheet() {
        return sheet;
    }

    public List<Field> getFields() {
        return fields;
    }

    /** Whether the two say the same. */
    public boolean isSame() {
        return same;
    }

    /** By which screens know the procedure. */
    public String getKey() {
        return key;
    }

    public int getOlder() {
        return older;
    }

    public int getNewer() {
        return newer;
    }
}
