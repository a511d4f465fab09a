package vn.minhbach.links;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/lien-ket-hong}: where public content leads and nothing is found any more, of what somebody may put right. */
@Door(
        path = BrokenLinksPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.ENTER_OFFICE)
@Screen(name = "brokenLinks.title", task = "articlesDesk.task", order = 25)
@Named
@ViewScoped
public class BrokenLinksPage implements Serializable {

    public static final String PATH = "/quan-tri/lien-ket-hong";

    private static final long serialVersionUID = 1L;

    @Inject
    LinkService links;

    @Inject
    Visit visit;

    private @Nullable LazyList<Row> list;

    /** A link as the list shows it. */
    public record Row(LinkService.Line line, String kind, String said, String edit, String page, String target)
            implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Links(LinkService links, Visit visit) implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return links.broken();
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            return links.lines(numbers).stream()
                    .map(line -> new Row(
                            line,
                            visit.text("brokenLinks.kind." + line.kind()),
                            said(line),
                            visit.url(line.edit()),
                            line.page().isEmpty() ? "" : visit.url(line.page()),
                            line.inside() ? visit.file(line.address()) : line.address()))
                    .toList();
        }

        private String said(LinkService.Line line) {
            if (line.inside()) {
                return visit.text("brokenLinks.inside." + line.status());
            }
            return line.trouble().isEmpty()
                    ? visit.text("brokenLinks.answered", Integer.toString(line.status()))
                    : visit.text("FetchTrouble." + line.trouble());
        }

        @Override
        public Long number(Row row) {
            return row.line().id();
        }
    }

    public void load() {
        list = new LazyList<>(new Links(links, visit), ListState.of(visit, Set.of()), visit.url(PATH));
    }

    public LazyList<Row> getList() {
        return Objects.requireNonNull(list);
    }
}
