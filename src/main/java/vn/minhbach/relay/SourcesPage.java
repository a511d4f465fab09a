package vn.minhbach.relay;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleService;
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

/** Backs {@code /quan-tri/nguon-tin}: whose news is relayed, how the last look went, what the last trouble was, what came of it. */
@Door(
        path = SourcesPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_SOURCES)
@Screen(name = "relay.title", task = "articlesDesk.task", order = 27)
@Named
@ViewScoped
public class SourcesPage implements Serializable {

    static final String PATH = "/quan-tri/nguon-tin";
    static final Set<String> COLUMNS = Set.of(RelaySource.BY_NAME, RelaySource.BY_SECTION, RelaySource.BY_LOOK);

    private static final long serialVersionUID = 1L;

    @Inject
    RelayService relay;

    @Inject
    ArticleService articles;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private @Nullable LazyList<Row> list;
    private List<HistoryLine> history = List.of();

    /**
     * A source as the list shows it.
     *
     * @param said how the last look went, in words
     * @param failed what the last trouble was, in words; empty if there never was one
     * @param every how often it is read
     */
    public record Row(
            long id,
            String name,
            String address,
            String section,
            String responsible,
            boolean active,
            String tone,
            String said,
            String every,
            @Nullable Instant lookedAt,
            @Nullable Instant nextLook,
            String failed,
            @Nullable Instant failedAt,
            String drafts,
            String draftsUrl)
            implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Sources(RelayService relay, ArticleService articles, Visit visit) implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return relay.numbers(state);
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            var sections = new HashMap<String, String>();
            articles.sections().forEach(section -> sections.put(section.getSlug(), section.getName()));
            var drafts = relay.drafts(numbers);
            return relay.sources(numbers).stream()
                    .map(source -> row(source, sections, drafts.getOrDefault(source.getId(), 0L)))
                    .toList();
        }

        private Row row(RelaySource source, Map<String, String> sections, long drafts) {
            return new Row(
                    source.getId(),
                    source.getName(),
                    source.getAddress(),
                    sections.getOrDefault(source.getSection(), source.getSection()),
                    source.getResponsible(),
                    source.isActive(),
                    tone(source),
                    source.isActive() ? RelayWords.said(source, visit) : visit.text("relay.off"),
                    RelayWords.minutes(Integer.toString(source.getMinutes()), visit),
                    source.getLookedAt(),
                    source.isActive() ? source.getNextLook() : null,
                    RelayWords.failed(source, visit),
                    source.getFailedAt(),
                    visit.words().number(drafts),
                    visit.url(RelayedPage.PATH + "?" + RelayedPage.SOURCE + "=" + source.getId()));
        }

        private static String tone(RelaySource source) {
            if (!source.isActive() || source.getResult() == RelayResult.NEVER) {
                return "info";
            }
            return source.getFailures() > 0 ? "bad" : "good";
        }

        @Override
        public Long number(Row row) {
            return row.id();
        }
    }

    public void load() {
        list = new LazyList<>(new Sources(relay, articles, visit), ListState.of(visit, COLUMNS), visit.url(PATH));
        history = relay.history().stream()
                .map(entry -> HistoryLine.reversible(
                        entry, visit, (name, value) -> RelayWords.shown(name, value, relay, visit)))
                .toList();
    }

    public void look() {
        var id = pressed.id();
        once.run(reply, "look " + id, () -> {
            var name = reply.attempt(() -> relay.lookSoon(id));
            return name == null ? null : new Once.Done(here(), Note.good(visit.text("relay.soon", name)));
        });
    }

    public void pause() {
        pause("pause ", true, "relay.paused");
    }

    public void resume() {
        pause("resume ", false, "relay.resumed");
    }

    private void pause(String what, boolean paused, String told) {
        var id = pressed.id();
        once.run(reply, what + id, () -> {
            var done = reply.attempt(() -> relay.pause(id, paused));
            return done == null
                    ? null
                    : new Once.Done(
                            here(), Note.good(visit.text(told, done.title())).withUndo(done.entry()));
        });
    }

    public void remove() {
        var id = pressed.id();
        once.run(reply, "remove " + id, () -> reply.removes(here(), "relay.removed", () -> relay.remove(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> {
            var title = reply.attempt(() -> relay.undo(id));
            return title == null ? null : new Once.Done(here(), Note.good(visit.text("row.undone", title)));
        });
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<Row> getList() {
        return Objects.requireNonNull(list);
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    /** What was found in all sources. */
    public String getRelayedUrl() {
        return visit.url(RelayedPage.PATH);
    }

    /** The department's own feed with whole articles, for whoever relays the department's news. */
    public String getOwnFeed() {
        return visit.file("/feed/toan-van/tin-tuc.atom");
    }
}
