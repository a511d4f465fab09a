package vn.minhbach.searchdesk;

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
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/tu-dong-nghia}: the words that the search knows, a page at a time. */
@Door(
        path = WordsPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.TEACH_SEARCH)
@Screen(name = "searchDesk.words.title", task = "searchDesk.task", order = 120)
@Named
@ViewScoped
public class WordsPage implements Serializable {

    static final String PATH = "/quan-tri/tu-dong-nghia";
    static final Set<String> COLUMNS = Set.of(SearchWord.BY_TERM, SearchWord.BY_KIND, SearchWord.BY_CHANGE);

    private static final long serialVersionUID = 1L;

    @Inject
    SearchDeskService desk;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<SearchWord> list;
    private List<HistoryLine> history = List.of();

    /** Asks the service for a page of the list. */
    private record Words(SearchDeskService desk) implements LazyList.Source<SearchWord> {

        @Override
        public List<Long> order(ListState state) {
            return desk.wordNumbers(state);
        }

        @Override
        public List<SearchWord> rows(List<Long> numbers) {
            return desk.words(numbers);
        }

        @Override
        public Long number(SearchWord word) {
            return Objects.requireNonNull(word.getId());
        }
    }

    public void load() {
        list = new LazyList<>(new Words(desk), ListState.of(visit, COLUMNS), visit.url(PATH));
        history = Taught.lines(desk.historyOfWords(), visit);
    }

    public void remove() {
        var id = pressed.id();
        once.run(
                reply,
                "remove " + id,
                () -> reply.removes(here(), "searchDesk.words.removed", () -> desk.removeWord(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> desk.restore(id)));
    }

    public void addShipped() {
        once.run(reply, "shipped", () -> {
            var added = reply.attempt(desk::addShippedWords);
            return added == null
                    ? null
                    : new Once.Done(
                            here(),
                            added == 0
                                    ? Note.info(visit.text("searchDesk.words.shippedNone"))
                                    : Note.good(visit.text(
                                            "searchDesk.words.shipped",
                                            visit.words().number(added))));
        });
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<SearchWord> getList() {
        return Objects.requireNonNull(list);
    }

    public List<HistoryLine> getHistory() {
        return history;
    }
}
