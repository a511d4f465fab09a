package vn.minhbach.procedure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-tuc/nhap}: where a file of procedures is brought, and the files that were brought before. */
@Door(path = ProcedureImportPage.PATH, permission = Permission.KEEP_PROCEDURES)
@Screen(name = "procedureImport.title", task = "quality.task", order = 195)
@Named
@RequestScoped
public class ProcedureImportPage {

    public static final String PATH = ProceduresDeskPage.PATH + "/nhap";

    @Inject
    ProcedureImportService imports;

    @Inject
    CurrentActor actors;

    @Inject
    Visit visit;

    private List<Line> lines = List.of();

    /** A file that was brought. */
    public record Line(String fileName, ImportPreview.State state, Instant at, String by, String counts, String url) {

        public String tone() {
            return ProcedureImportPage.tone(state);
        }
    }

    public void load() {
        lines = imports.newest().stream()
                .map(each -> new Line(
                        each.getFileName(),
                        each.getState(),
                        each.getMadeAt(),
                        each.getMadeBy(),
                        visit.text(
                                "procedureImport.counts",
                                visit.words().number(each.getAdded()),
                                visit.words().number(each.getChanged()),
                                visit.words().number(each.getUnchanged()),
                                visit.words().number(each.getRefused())),
                        visit.url(ImportLookPage.path(each.getId()))))
                .toList();
    }

    static String tone(ImportPreview.State state) {
        return switch (state) {
            case READY, APPLYING -> "warn";
            case DONE -> "good";
            case FAILED -> "bad";
            case READING, DISCARDED -> "info";
        };
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Where the form sends the file. */
    public String getUpload() {
        return visit.url(ImportUploadServlet.PATH);
    }

    /** The list of procedures; empty for whoever imports and does not write. */
    public String getBack() {
        return actors.get().may(Permission.WRITE_PROCEDURES) ? visit.url(ProceduresDeskPage.PATH) : "";
    }
}
