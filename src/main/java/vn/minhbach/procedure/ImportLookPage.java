package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.editorial.Comparison;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-tuc/xem-nhap}: what a file would change, record by record and part by part, and what became of it. */
@Door(
        path = ImportLookPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ImportLookPage.PREVIEW, ImportLookPage.VIEW, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_PROCEDURES)
@Named
@ViewScoped
public class ImportLookPage implements Serializable {

    static final String PATH = ProceduresDeskPage.PATH + "/xem-nhap";
    static final String PREVIEW = "so";
    static final String VIEW = "xem";

    private static final long serialVersionUID = 1L;

    @Inject
    ProcedureImportService imports;

    @Inject
    ImportDesk desk;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Line> list;
    private @Nullable Shown shown;
    private List<View> views = List.of();

    /** The file as a whole. */
    public record Shown(
            long id,
            String fileName,
            ImportPreview.State state,
            Instant at,
            String by,
            int linesRead,
            int stale,
            String report,
            boolean open)
            implements Serializable {

        public String tone() {
            return ProcedureImportPage.tone(state);
        }
    }

    /** An outcome, and how many records have it. */
    public record View(String name, String url, boolean current, String count) implements Serializable {}

    /** A part in which the portal and the record differ, the differences marked. */
    public record Change(String label, String before, String after) implements Serializable {}

    /** A record of the file. */
    public record Line(
            long place,
            long line,
            String code,
            String title,
            ImportLine.Outcome outcome,
            ImportLine.Fate fate,
            String reason,
            boolean draft,
            List<Change> changes)
            implements Serializable {}

    /** Asks the service for a page of the records. */
    private record Lines(ProcedureImportService imports, Visit visit, long id, ImportLine.Outcome outcome)
            implements LazyList.Source<Line> {

        @Override
        public List<Long> order(ListState state) {
            return imports.places(id, outcome);
        }

        @Override
        public List<Line> rows(List<Long> numbers) {
            return imports.lines(id, numbers).stream().map(this::line).toList();
        }

        @Override
        public Long number(Line row) {
            return row.place();
        }

        private Line line(ImportLine line) {
            return new Line(
                    line.getPlace(),
                    line.getLine(),
                    line.getCode(),
                    line.getTitle(),
                    line.getOutcome(),
                    line.getFate(),
                    line.getReason(),
                    line.isDraft(),
                    line.changes().stream()
                            .map(change -> {
                                var compared = Comparison.ofText(change.before(), change.after());
                                return new Change(
                                        visit.text("procedureEdit." + change.part()),
                                        compared.before(),
                                        compared.after());
                            })
                            .toList());
        }
    }

    static String path(long id) {
        return PATH + "?" + PREVIEW + "=" + id;
    }

    public void load() {
        var given = visit.parameter(PREVIEW);
        if (given.isEmpty()) {
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ProcedureImportService.KIND, given);
        }
        var id = Long.parseLong(given);
        var preview = imports.get(id);
        shown = new Shown(
                id,
                preview.getFileName(),
                preview.getState(),
                preview.getMadeAt(),
                preview.getMadeBy(),
                preview.getLinesRead(),
                preview.getStale(),
                preview.getReport(),
                imports.canApply(id));
        var outcome = outcome(visit.parameter(VIEW), preview);
        list = new LazyList<>(
                new Lines(imports, visit, id, outcome),
                ListState.of(visit, java.util.Set.of(), List.of(PREVIEW, VIEW)),
                visit.url(PATH));
        views = Arrays.stream(ImportLine.Outcome.values())
                .map(each -> new View(
                        visit.text("ImportLine.Outcome." + each.name()),
                        visit.url(path(id) + "&" + VIEW + "=" + slug(each)),
                        each == outcome,
                        visit.words().number(count(preview, each))))
                .toList();
    }

    /** The one that was asked for; else the first that has any. */
    private static ImportLine.Outcome outcome(String slug, ImportPreview preview) {
        return Arrays.stream(ImportLine.Outcome.values())
                .filter(each -> slug(each).equals(slug))
                .findFirst()
                .orElseGet(() -> Arrays.stream(ImportLine.Outcome.values())
                        .filter(each -> count(preview, each) > 0)
                        .findFirst()
                        .orElse(ImportLine.Outcome.ADDED));
    }

    private static int count(ImportPreview preview, ImportLine.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> preview.getAdded();
            case CHANGED -> preview.getChanged();
            case UNCHANGED -> preview.getUnchanged();
            case REFUSED -> preview.getRefused();
        };
    }

    private static String slug(ImportLine.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> "moi";
            case CHANGED -> "thay-doi";
            case UNCHANGED -> "khong-doi";
            case REFUSED -> "tu-choi";
        };
    }

    /** Does what was looked at. */
    public void apply() {
        deed("apply", "procedureImport.applied", desk::apply);
    }

    /** Gives the file up. */
    public void discard() {
        deed("discard", "procedureImport.discarded", desk::discard);
    }

    private void deed(String what, String told, java.util.function.LongConsumer deed) {
        var known = shown;
        if (known != null) {
            once.run(
                    reply,
                    what,
                    () -> reply.attempts(() -> deed.accept(known.id()))
                            ? new Once.Done(path(known.id()), Note.good(visit.text(told)))
                            : null);
        }
    }

    public @Nullable Shown getShown() {
        return shown;
    }

    public @Nullable LazyList<Line> getList() {
        return list;
    }

    public List<View> getViews() {
        return views;
    }

    public String getBack() {
        return visit.url(ProcedureImportPage.PATH);
    }
}
