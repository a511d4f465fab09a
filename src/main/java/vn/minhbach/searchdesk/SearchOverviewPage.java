package vn.minhbach.searchdesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.search.IndexState;
import vn.minhbach.search.SearchService;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/tim-kiem}: what readers look for, and how the search fares. */
@Door(
        path = SearchOverviewPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.TEACH_SEARCH)
@Screen(name = "searchDesk.title", task = "searchDesk.task", order = 110)
@Named
@ViewScoped
public class SearchOverviewPage implements Serializable {

    public static final String PATH = "/quan-tri/tim-kiem";

    private static final long serialVersionUID = 1L;

    @Inject
    SearchDeskService desk;

    @Inject
    SearchService search;

    @Inject
    CurrentActor actors;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private List<CountedQuery> foundNothing = List.of();
    private List<CountedQuery> seldomClicked = List.of();
    private List<CountedQuery> mostFrequent = List.of();
    private @Nullable IndexState index;
    private boolean mayRebuild;

    public void load() {
        var counted = desk.counted(SearchDeskService.DAYS);
        foundNothing = counted.foundNothing();
        seldomClicked = counted.seldomClicked();
        mostFrequent = counted.mostFrequent();
        mayRebuild = actors.get().may(Permission.REBUILD_INDEX);
        look();
    }

    /** Again and again while the index is being rebuilt. */
    public void look() {
        index = search.state();
    }

    public void rebuild() {
        once.run(
                reply,
                "rebuild",
                () -> reply.attempts(() -> search.rebuild(actors.get().name()))
                        ? new Once.Done(PATH, Note.info(visit.text("searchDesk.index.rebuilding")))
                        : null);
    }

    public List<CountedQuery> getFoundNothing() {
        return foundNothing;
    }

    public List<CountedQuery> getSeldomClicked() {
        return seldomClicked;
    }

    public List<CountedQuery> getMostFrequent() {
        return mostFrequent;
    }

    public IndexState getIndex() {
        return Objects.requireNonNull(index);
    }

    public boolean isMayRebuild() {
        return mayRebuild;
    }
}
