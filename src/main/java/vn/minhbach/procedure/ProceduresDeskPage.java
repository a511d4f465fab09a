package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.editorial.BoardTold;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.editorial.Notices;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/thu-tuc}: all procedures as the board has them before it. */
@Door(
        path = ProceduresDeskPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            ProceduresDeskPage.VIEW,
            ProceduresDeskPage.FIELD,
            ProceduresDeskPage.AGENCY,
            ProceduresDeskPage.STATUS,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.WRITE_PROCEDURES)
@Screen(name = "proceduresDesk.title", task = "quality.task", order = 190)
@Named
@ViewScoped
public class ProceduresDeskPage implements Serializable {

    public static final String PATH = "/quan-tri/thu-tuc";
    static final String VIEW = "xem";
    static final String FIELD = "linh-vuc";
    static final String AGENCY = "co-quan";
    static final String STATUS = "hieu-luc";
    static final List<String> FURTHER = List.of(VIEW, FIELD, AGENCY, STATUS);

    /** The saved views that procedures have. */
    private static final List<DeskQuery.View> VIEWS = List.of(
            DeskQuery.View.ALL,
            DeskQuery.View.MINE,
            DeskQuery.View.WAITING,
            DeskQuery.View.RETURNED,
            DeskQuery.View.SCHEDULED,
            DeskQuery.View.WITHDRAWN,
            DeskQuery.View.DUE,
            DeskQuery.View.URGENT);

    private static final long serialVersionUID = 1L;

    @Inject
    ProcedureDeskService desk;

    @Inject
    Notices notices;

    @Inject
    BoardTold board;

    @Inject
    CurrentActor actors;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<ProcedureRow> list;
    private ProcedureQuery query = ProcedureQuery.ALL;
    private List<View> views = List.of();
    private List<ProcedureDeskService.Choice> fields = List.of();
    private List<ProcedureDeskService.Choice> agencies = List.of();
    private List<ProcedureDeskService.Choice> statuses = List.of();
    private List<ProcedureDeskService.Unsaved> unsaved = List.of();
    private BoardTold.Unseen told = BoardTold.Unseen.NOTHING;
    private List<Export> exports = List.of();
    private boolean importer;

    /** A saved view, and how many stand in it where that is worth knowing. */
    public record View(String name, String url, boolean current, String count) implements Serializable {}

    /** A form in which the list can be had as a file. */
    public record Export(String name, String url) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Procedures(ProcedureDeskService desk, ProcedureQuery query)
            implements LazyList.Source<ProcedureRow> {

        @Override
        public List<Long> order(ListState state) {
            return desk.numbers(query, state);
        }

        @Override
        public List<ProcedureRow> rows(List<Long> numbers) {
            return desk.rows(numbers);
        }

        @Override
        public Long number(ProcedureRow row) {
            return row.number();
        }
    }

    public void load() {
        query = query(visit);
        var state = ListState.of(visit, ProcedureDeskService.COLUMNS, FURTHER);
        list = new LazyList<>(new Procedures(desk, query), state, visit.url(PATH));
        views = VIEWS.stream()
                .map(each -> new View(
                        visit.text("DeskQuery.View." + each.name()),
                        visit.url(path(each)),
                        each == query.view(),
                        isCounted(each) ? visit.words().number(desk.count(each)) : ""))
                .toList();
        fields = desk.fields();
        agencies = desk.agencies();
        statuses = Arrays.stream(ProcedureStatus.values())
                .map(each -> new ProcedureDeskService.Choice(each.name(), visit.name(each)))
                .toList();
        unsaved = desk.unsavedNew();
        told = board.unseen();
        importer = actors.get().may(Permission.KEEP_PROCEDURES);
        var chosen = state.after("");
        exports = List.of("xlsx", "csv", "json").stream()
                .map(form -> new Export(
                        form.toUpperCase(java.util.Locale.ROOT),
                        visit.file(ProcedureExportServlet.PATH) + "?" + ProcedureExportServlet.FORM + "=" + form
                                + (chosen.isEmpty()
                                        ? ""
                                        : "&" + chosen.substring(1).replaceFirst("(^|&)trang=\\d+", ""))))
                .toList();
    }

    /** What an address chooses. */
    static ProcedureQuery query(Visit visit) {
        var wanted = visit.parameter(VIEW);
        return new ProcedureQuery(
                VIEWS.stream()
                        .filter(view -> slug(view).equals(wanted))
                        .findFirst()
                        .orElse(DeskQuery.View.ALL),
                visit.parameter(FIELD),
                visit.parameter(AGENCY),
                visit.parameter(STATUS));
    }

    private static boolean isCounted(DeskQuery.View view) {
        return view == DeskQuery.View.WAITING
                || view == DeskQuery.View.RETURNED
                || view == DeskQuery.View.SCHEDULED
                || view == DeskQuery.View.DUE
                || view == DeskQuery.View.URGENT;
    }

    /** The list of a view, without language. */
    static String path(DeskQuery.View view) {
        return view == DeskQuery.View.ALL ? PATH : PATH + "?" + VIEW + "=" + slug(view);
    }

    private static String slug(DeskQuery.View view) {
        return switch (view) {
            case MINE -> "cua-toi";
            case WAITING -> "cho-toi";
            case RETURNED -> "tra-lai";
            case SCHEDULED -> "hen-gio";
            case WITHDRAWN -> "da-go";
            case DUE -> "ra-soat";
            case URGENT -> "duyet-sau";
            case ALL, PUBLISHED, MONTH, SOURCE -> "tat-ca";
        };
    }

    /** All that is shown has been read; what came after it is shown next. */
    public void seen() {
        var shown = told.numbers();
        once.run(
                reply,
                "seen " + shown,
                () -> reply.attempts(() -> notices.seen(shown))
                        ? new Once.Done(
                                PATH + getList().getState().query(), Note.info(visit.text("articlesDesk.told.seen")))
                        : null);
    }

    public LazyList<ProcedureRow> getList() {
        return Objects.requireNonNull(list);
    }

    public List<View> getViews() {
        return views;
    }

    public List<ProcedureDeskService.Choice> getFields() {
        return fields;
    }

    public List<ProcedureDeskService.Choice> getAgencies() {
        return agencies;
    }

    public List<ProcedureDeskService.Choice> getStatuses() {
        return statuses;
    }

    /** What I began to write and never saved. */
    public List<ProcedureDeskService.Unsaved> getUnsaved() {
        return unsaved;
    }

    public BoardTold.Unseen getTold() {
        return told;
    }

    public List<Export> getExports() {
        return exports;
    }

    public boolean isImporter() {
        return importer;
    }

    public String getField() {
        return query.field();
    }

    public String getAgency() {
        return query.agency();
    }

    public String getStatus() {
        return query.status();
    }

    /** The view as the address has it; empty for all. */
    public String getView() {
        return query.view() == DeskQuery.View.ALL ? "" : slug(query.view());
    }

    /** Whether anything is left out of the list. */
    public boolean isFiltered() {
        return !query.field().isEmpty()
                || !query.agency().isEmpty()
                || !query.status().isEmpty()
                || !getList().getState().filter().isEmpty();
    }

    /** The list without what leaves something out, in the same view. */
    public String getWhole() {
        return visit.url(getView().isEmpty() ? PATH : PATH + "?" + VIEW + "=" + Visit.encode(getView()));
    }
}
