package vn.minhbach.relay;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleDeskService;
import vn.minhbach.article.ArticleEditPage;
import vn.minhbach.article.Section;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.editorial.Item;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/nguon-tin/tin}: what was found in the sources, what became of it, and what the sources did with it since. */
@Door(
        path = RelayedPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {RelayedPage.VIEW, RelayedPage.SOURCE, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_SOURCES)
@Named
@ViewScoped
public class RelayedPage implements Serializable {

    static final String PATH = SourcesPage.PATH + "/tin";
    static final String VIEW = "xem";

    /** The number of the one source whose news is shown. */
    static final String SOURCE = "nguon";

    private static final long serialVersionUID = 1L;

    @Inject
    RelayService relay;

    @Inject
    ArticleDeskService desk;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Row> list;
    private List<View> views = List.of();
    private String view = "";
    private String source = "";
    private String sourceName = "";

    /** A saved view. */
    public record View(String name, String url, boolean current) implements Serializable {}

    /**
     * A piece of news as the list shows it.
     *
     * @param became what became of it, in words
     * @param article what it became, or of which article it is a duplicate; null if there is none
     * @param original under which title the same was found before; empty if it was not
     * @param fingerprint by which its text is known again
     */
    public record Row(
            long id,
            String title,
            String link,
            String source,
            Instant foundAt,
            @Nullable Instant publishedAt,
            String tone,
            String became,
            @Nullable Article article,
            String original,
            @Nullable Instant changedAt,
            @Nullable Instant vanishedAt,
            boolean wantable,
            String fingerprint)
            implements Serializable {}

    /**
     * An article of the portal, where it stands, and what its source did that nobody has looked at.
     *
     * @param url of its screen; empty for whoever does not see the articles of its section
     */
    public record Article(String title, String url, String state, String tone, String mark) implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Found(
            RelayService relay,
            ArticleDeskService desk,
            Visit visit,
            RelayedView view,
            @Nullable Long source) implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return relay.found(view, source, state.filter());
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            var items = relay.items(numbers);
            var articles = relay.articles(items);
            var originals = new HashMap<Long, String>();
            relay.items(items.stream()
                            .map(RelayItem::getOriginalId)
                            .filter(Objects::nonNull)
                            .toList())
                    .forEach(item -> originals.put(item.getId(), item.getSourceName() + " · " + item.getTitle()));
            var seen = desk.visible().stream().map(Section::getSlug).collect(Collectors.toSet());
            return items.stream()
                    .map(item -> row(item, articles, originals, seen))
                    .toList();
        }

        private Row row(RelayItem item, Map<Long, Item> articles, Map<Long, String> originals, Set<String> seen) {
            var state = item.getState();
            var original = item.getOriginalId();
            var shown = item.getItemId() == null ? item.getOwnId() : item.getItemId();
            return new Row(
                    item.getId(),
                    item.getTitle(),
                    item.getLink(),
                    item.getSourceName(),
                    item.getFoundAt(),
                    item.getPublishedAt(),
                    tone(state),
                    visit.text("RelayItem.State." + state),
                    shown == null ? null : article(articles.get(shown), seen),
                    original == null ? "" : originals.getOrDefault(original, ""),
                    item.getChangedAt(),
                    item.getVanishedAt(),
                    item.isWantable(),
                    item.getDigest());
        }

        private static String tone(RelayItem.State state) {
            return switch (state) {
                case DRAFTED -> "good";
                case DUPLICATE, PASSED_OVER, WANTED -> "info";
                case LOST -> "warn";
            };
        }

        private @Nullable Article article(@Nullable Item item, Set<String> seen) {
            if (item == null) {
                return null;
            }
            var tone = switch (item.getState()) {
                case PUBLISHED -> "good";
                case WITHDRAWN -> "bad";
                case DRAFT, ARCHIVED, REDIRECTED -> "info";
            };
            var mark = switch (item.getSourceMark()) {
                case NONE -> "";
                case CHANGED, VANISHED -> visit.text("SourceMark." + item.getSourceMark());
            };
            return new Article(
                    item.getTitle(),
                    seen.contains(item.getPlace())
                            ? visit.url(ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=" + item.getId())
                            : "",
                    visit.text("ItemState." + item.getState()),
                    tone,
                    mark);
        }

        @Override
        public Long number(Row row) {
            return row.id();
        }
    }

    public void load() {
        view = visit.parameter(VIEW);
        source = visit.parameter(SOURCE);
        var number = source.matches("\\d{1,18}") ? Long.valueOf(source) : null;
        if (number == null) {
            source = "";
        }
        sourceName = number == null
                ? ""
                : relay.source(number).map(RelaySource::getName).orElse("");
        var chosen = named(view);
        list = new LazyList<>(
                new Found(relay, desk, visit, chosen, number),
                ListState.of(visit, Set.of(), List.of(VIEW, SOURCE)),
                visit.url(PATH));
        views = Arrays.stream(RelayedView.values())
                .map(each -> new View(visit.text("RelayedView." + each), visit.url(path(each)), each == chosen))
                .toList();
    }

    private String path(RelayedView each) {
        var chosen = source.isEmpty() ? "" : "&" + SOURCE + "=" + source;
        return PATH + "?" + VIEW + "=" + slug(each) + chosen;
    }

    /** How a view is called in the address. */
    static String slug(RelayedView view) {
        return switch (view) {
            case ALL -> "tat-ca";
            case DRAFTED -> "bai-nhap";
            case DUPLICATE -> "trung";
            case PASSED_OVER -> "khong-lay";
            case MARKED -> "nguon-thay-doi";
        };
    }

    private static RelayedView named(String slug) {
        return Arrays.stream(RelayedView.values())
                .filter(view -> slug(view).equals(slug))
                .findFirst()
                .orElse(RelayedView.ALL);
    }

    /** Has a draft made of it all the same. */
    public void want() {
        var id = pressed.id();
        once.run(reply, "want " + id, () -> {
            var title = reply.attempt(() -> relay.want(id));
            return title == null ? null : new Once.Done(here(), Note.good(visit.text("relayed.wanted", title)));
        });
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<Row> getList() {
        return Objects.requireNonNull(list);
    }

    public List<View> getViews() {
        return views;
    }

    public String getView() {
        return view;
    }

    public String getSource() {
        return source;
    }

    /** What the one source is called whose news is shown; empty for all, or for one that is gone. */
    public String getSourceName() {
        return sourceName;
    }

    /** Whether anything is left out of the view. */
    public boolean isFiltered() {
        return !source.isEmpty() || !getList().getState().filter().isEmpty();
    }

    /** The view without what leaves something out. */
    public String getWhole() {
        return visit.url(PATH + "?" + VIEW + "=" + slug(named(view)));
    }

    public String getBack() {
        return visit.url(SourcesPage.PATH);
    }
}
