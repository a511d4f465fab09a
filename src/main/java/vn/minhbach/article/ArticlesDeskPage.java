package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** Backs {@code /quan-tri/bai-viet}: the articles as the board has them before it, and what somebody was told of them. */
@Door(
        path = ArticlesDeskPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            ArticlesDeskPage.VIEW,
            ArticlesDeskPage.SECTION,
            ArticlesDeskPage.UNIT,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.WRITE_ARTICLES)
@Screen(name = "articlesDesk.title", task = "articlesDesk.task", order = 20)
@Named
@ViewScoped
public class ArticlesDeskPage implements Serializable {

    public static final String PATH = "/quan-tri/bai-viet";
    static final String VIEW = "xem";
    static final String SECTION = "muc";
    static final String UNIT = "don-vi";
    static final List<String> FURTHER = List.of(VIEW, SECTION, UNIT);
    static final Set<String> COLUMNS = DeskQuery.COLUMNS;

    private static final long serialVersionUID = 1L;

    @Inject
    ArticleDeskService desk;

    @Inject
    Notices notices;

    @Inject
    BoardTold board;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<ArticleRow> list;
    private List<View> views = List.of();
    private List<Choice> sections = List.of();
    private BoardTold.Unseen told = BoardTold.Unseen.NOTHING;
    private List<ArticleDeskService.Unsaved> unsaved = List.of();
    private String view = "";
    private List<Choice> units = List.of();
    private String section = "";
    private String unit = "";

    /** A saved view, and how many stand in it where that is worth knowing. */
    public record View(String name, String url, boolean current, String count) implements Serializable {}

    /** A section or a unit to choose. */
    public record Choice(String slug, String name) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Articles(ArticleDeskService desk, DeskQuery.View view, String section, String unit)
            implements LazyList.Source<ArticleRow> {

        @Override
        public List<Long> order(ListState state) {
            return desk.numbers(view, section, unit, state);
        }

        @Override
        public List<ArticleRow> rows(List<Long> numbers) {
            return desk.rows(numbers);
        }

        @Override
        public Long number(ArticleRow row) {
            return row.id();
        }
    }

    public void load() {
        view = visit.parameter(VIEW);
        section = visit.parameter(SECTION);
        unit = visit.parameter(UNIT);
        var chosen = named(view);
        list = new LazyList<>(
                new Articles(desk, chosen, section, unit), ListState.of(visit, COLUMNS, FURTHER), visit.url(PATH));
        views = Arrays.stream(DeskQuery.View.values())
                .map(each -> new View(
                        visit.text("DeskQuery.View." + each.name()),
                        visit.url(path(each)),
                        each == chosen,
                        isCounted(each) ? visit.words().number(desk.count(each)) : ""))
                .toList();
        sections = desk.visible().stream()
                .map(each -> new Choice(each.getSlug(), each.getName()))
                .toList();
        units = desk.units().stream()
                .map(each -> new Choice(each.slug(), each.name()))
                .toList();
        told = board.unseen();
        unsaved = desk.unsavedNew();
    }

    private static boolean isCounted(DeskQuery.View view) {
        return switch (view) {
            case WAITING, RETURNED, SCHEDULED, DUE, SOURCE, URGENT -> true;
            case ALL, MINE, PUBLISHED, WITHDRAWN, MONTH -> false;
        };
    }

    /** The list of a view, without language. */
    static String path(DeskQuery.View view) {
        return view == DeskQuery.View.ALL ? PATH : PATH + "?" + VIEW + "=" + slug(view);
    }

    /** How a view is called in the address. */
    static String slug(DeskQuery.View view) {
        return switch (view) {
            case ALL -> "tat-ca";
            case MINE -> "cua-toi";
            case WAITING -> "cho-toi";
            case RETURNED -> "tra-lai";
            case SCHEDULED -> "hen-gio";
            case PUBLISHED -> "cong-khai";
            case WITHDRAWN -> "da-go";
            case DUE -> "ra-soat";
            case SOURCE -> "nguon-thay-doi";
            case MONTH -> "cai-cach-trong-thang";
            case URGENT -> "duyet-sau";
        };
    }

    private static DeskQuery.View named(String slug) {
        return Arrays.stream(DeskQuery.View.values())
                .filter(view -> slug(view).equals(slug))
                .findFirst()
                .orElse(DeskQuery.View.ALL);
    }

    /** All that is shown has been read; what came after it is shown next. */
    public void seen() {
        var shown = told.numbers();
        once.run(
                reply,
                "seen " + shown,
                () -> reply.attempts(() -> notices.seen(shown))
                        ? new Once.Done(here(), Note.info(visit.text("articlesDesk.told.seen")))
                        : null);
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<ArticleRow> getList() {
        return Objects.requireNonNull(list);
    }

    public List<View> getViews() {
        return views;
    }

    public List<Choice> getSections() {
        return sections;
    }

    public BoardTold.Unseen getTold() {
        return told;
    }

    /** What I began to write and never saved. */
    public List<ArticleDeskService.Unsaved> getUnsaved() {
        return unsaved;
    }

    public String getView() {
        return view;
    }

    public String getSection() {
        return section;
    }

    public List<Choice> getUnits() {
        return units;
    }

    public String getUnit() {
        return unit;
    }

    /** Whether anything is left out of the list. */
    public boolean isFiltered() {
        return !section.isEmpty()
                || !unit.isEmpty()
                || !getList().getState().filter().isEmpty();
    }

    /** The list without what leaves something out, in the same view. */
    public String getWhole() {
        return visit.url(view.isEmpty() ? PATH : PATH + "?" + VIEW + "=" + Visit.encode(view));
    }
}
