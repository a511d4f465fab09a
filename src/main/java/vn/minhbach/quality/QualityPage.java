package vn.minhbach.quality;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.procedure.ProcedureEditPage;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/chat-luong}: what pages say otherwise than their sources, and what was accepted of it. */
@Door(
        path = QualityPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_QUALITY)
@Screen(name = "quality.title", task = "quality.task", order = 200)
@Named
@ViewScoped
public class QualityPage implements Serializable {

    static final String PATH = "/quan-tri/chat-luong";
    static final Set<String> COLUMNS =
            Set.of(QualityService.BY_FAULT, QualityService.BY_TITLE, QualityService.BY_VIEWS);

    private static final long serialVersionUID = 1L;

    @Inject
    QualityService service;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    @Inject
    CurrentActor actors;

    private final Once once = new Once();
    private boolean writer;
    private @Nullable LazyList<QualityRow> list;
    private List<Kind> kinds = List.of();
    private List<QualityAcceptance> accepted = List.of();
    private List<HistoryLine> history = List.of();

    /** How many findings of a kind are open. */
    public record Kind(String name, String text, String group, long count, String url) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Findings(QualityService service, String language) implements LazyList.Source<QualityRow> {

        @Override
        public List<Long> order(ListState state) {
            return service.numbers(state, vn.minhbach.web.Words.of(language));
        }

        @Override
        public List<QualityRow> rows(List<Long> numbers) {
            return service.rows(numbers);
        }

        @Override
        public Long number(QualityRow row) {
            return row.id();
        }
    }

    public void load() {
        writer = actors.get().may(Permission.WRITE_PROCEDURES);
        list = new LazyList<>(
                new Findings(service, visit.getLanguage()), ListState.of(visit, COLUMNS), visit.url(PATH));
        kinds = service.counts().entrySet().stream()
                .map(entry -> kind(entry.getKey(), entry.getValue()))
                .toList();
        accepted = service.accepted();
        history = service.history().stream()
                .map(entry -> HistoryLine.of(
                        entry, visit, (name, value) -> name.equals("fault") ? visit.name(Fault.valueOf(value)) : value))
                .toList();
    }

    private Kind kind(Fault fault, long count) {
        var name = visit.name(fault);
        return new Kind(
                name,
                visit.text("Fault." + fault + ".text"),
                visit.name(fault.group()),
                count,
                visit.url(PATH + new ListState(name, "", false, 1).query()));
    }

    public void withdraw() {
        var id = pressed.id();
        once.run(reply, "withdraw " + id, () -> reply.removes(here(), "quality.withdrawn", () -> service.withdraw(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> service.restore(id)));
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<QualityRow> getList() {
        return Objects.requireNonNull(list);
    }

    /** Whether what is wrong may be put right by whoever looks at it. */
    public boolean isWriter() {
        return writer;
    }

    /** The form of a procedure. */
    public String form(String code) {
        return visit.url(ProcedureEditPage.path(code));
    }

    public List<Kind> getKinds() {
        return kinds;
    }

    public List<QualityAcceptance> getAccepted() {
        return accepted;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }
}
