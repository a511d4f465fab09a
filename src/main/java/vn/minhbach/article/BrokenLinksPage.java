package vn.minhbach.article;

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

/** Backs {@code /quan-tri/lien-ket-hong}: where public articles lead and nothing is found any more. */
@Door(
        path = BrokenLinksPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.WRITE_ARTICLES)
@Screen(name = "brokenLinks.title", task = "articlesDesk.task", order = 25)
@Named
@ViewScoped
public class BrokenLinksPage implements Serializable {

    static final String PATH = "/quan-tri/lien-ket-hong";

    private static final long serialVersionUID = 1L;

    @Inject
    ArticleLinkService links;

    @Inject
    Visit visit;

    private @Nullable LazyList<Row> list;

    /** A link as the list shows it. */
    public record Row(ArticleLinkService.Line line, String said, String edit, String page) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Links(ArticleLinkService links, Visit visit) implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return links.broken();
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            return links.lines(numbers).stream()
                    .map(line -> new Row(
                            line,
                            line.trouble().isEmpty()
                                    ? visit.text("brokenLinks.answered", Integer.toString(line.status()))
                                    : visit.text("FetchTrouble." + line.trouble()),
                            visit.url(ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=" + line.article()),
                            visit.url(line.path())))
                    .toList();
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
