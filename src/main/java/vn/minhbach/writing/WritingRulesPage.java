package vn.minhbach.writing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/quy-tac-viet}: what is looked for in texts while they are written, a page at a time. */
@Door(
        path = WritingRulesPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.TEACH_SEARCH)
@Screen(name = "writing.rules.title", task = "writing.task", order = 62)
@Named
@ViewScoped
public class WritingRulesPage implements Serializable {

    static final String PATH = "/quan-tri/quy-tac-viet";
    static final Set<String> COLUMNS = Set.of(WritingRule.BY_TERM, WritingRule.BY_KIND, WritingRule.BY_CHANGE);

    private static final long serialVersionUID = 1L;

    @Inject
    WritingService writing;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<WritingRule> list;
    private List<HistoryLine> history = List.of();

    /** Asks the service for a page of the list. */
    private record Kept(WritingService writing) implements LazyList.Source<WritingRule> {

        @Override
        public List<Long> order(ListState state) {
            return writing.numbers(state);
        }

        @Override
        public List<WritingRule> rows(List<Long> numbers) {
            return writing.withNumbers(numbers);
        }

        @Override
        public Long number(WritingRule rule) {
            return Objects.requireNonNull(rule.getId());
        }
    }

    public void load() {
        list = new LazyList<>(new Kept(writing), ListState.of(visit, COLUMNS), visit.url(PATH));
        history = WritingRulePage.lines(writing.history(), visit);
    }

    public void remove() {
        var id = pressed.id();
        once.run(reply, "remove " + id, () -> reply.removes(here(), "writing.removed", () -> writing.remove(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> writing.restore(id)));
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<WritingRule> getList() {
        return Objects.requireNonNull(list);
    }

    public List<HistoryLine> getHistory() {
        return history;
    }
}
