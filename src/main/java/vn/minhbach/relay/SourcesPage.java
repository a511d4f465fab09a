package vn.minhbach.relay;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
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

/** Backs {@code /quan-tri/nguon-tin}: whose news is relayed and how it went, what sources changed since, what was found last. */
@Door(
        path = SourcesPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.KEEP_SOURCES)
@Screen(name = "relay.title", task = "relay.task", order = 60)
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
    private List<Marked> marked = List.of();
    private List<Found> found = List.of();
    private List<HistoryLine> history = List.of();

    /** A source as the list shows it. */
    public record Row(
            long id,
            String name,
            String address,
            String section,
            String responsible,
            boolean active,
            @Nullable Instant lookedAt,
            String result,
            boolean failing)
            implements Serializable {}

    /** What a source did with something that was relayed. */
    public record Marked(long id, String title, String source, String link, RelayItem.Mark mark, @Nullable Instant at)
            implements Serializable {}

    /** What was found in a source, and what became of it. */
    public record Found(
            long id, String title, String source, String link, RelayItem.State state, String original, Instant at)
            implements Serializable {}

    /** Asks the service for a page of the list. */
    private record Sources(RelayService relay, Visit visit, Map<String, String> sections)
            implements LazyList.Source<Row> {

        @Override
        public List<Long> order(ListState state) {
            return relay.numbers(state);
        }

        @Override
        public List<Row> rows(List<Long> numbers) {
            return relay.sources(numbers).stream()
                    .map(source -> new Row(
                            source.getId(),
                            source.getName(),
                            source.getAddress(),
                            sections.getOrDefault(source.getSection(), source.getSection()),
                            source.getResponsible(),
                            source.isActive(),
                            source.getLookedAt(),
                            said(source, visit),
                            source.getFailures() > 0))
                    .toList();
        }

        @Override
        public Long number(Row row) {
            return row.id();
        }
    }

    /** How it went, in words. */
    private static String said(RelaySource source, Visit visit) {
        var trouble = source.getTrouble();
        return switch (source.getResult()) {
            case TROUBLE -> trouble == null ? "" : visit.text("FetchTrouble." + trouble);
            case STATUS -> visit.text("RelayResult." + RelayResult.STATUS, source.getStatus());
            case GOOD -> visit.text("relay.new", source.getLastNew());
            default -> visit.text("RelayResult." + source.getResult());
        };
    }

    public void load() {
        var sections = new HashMap<String, String>();
        for (Section section : articles.sections()) {
            sections.put(section.getSlug(), section.getName());
        }
        list = new LazyList<>(
                new Sources(relay, visit, sections), ListState.of(visit, COLUMNS), visit.url(PATH));
        marked = relay.marked().stream()
                .map(item -> new Marked(
                        item.getId(),
                        item.getTitle(),
                        item.getSourceName(),
                        item.getLink(),
                        item.getMark(),
                        item.getMarkedAt()))
                .toList();
        var items = relay.newest();
        var originals = new HashSet<Long>();
        items.forEach(item -> {
            var original = item.getOriginalId();
            if (original != null) {
                originals.add(original);
            }
        });
        var titles = new HashMap<Long, String>();
        relay.items(originals).forEach(item -> titles.put(item.getId(), item.getSourceName()));
        found = items.stream()
                .map(item -> new Found(
                        item.getId(),
                        item.getTitle(),
                        item.getSourceName(),
                        item.getLink(),
                        item.getState(),
                        titles.getOrDefault(Objects.requireNonNullElse(item.getOriginalId(), 0L), ""),
                        item.getFoundAt()))
                .toList();
        history = relay.history().stream()
                .map(entry -> HistoryLine.of(entry, visit, (name, value) -> shown(name, value)))
                .toList();
    }

    private String shown(String name, String value) {
        return name.equals("active") ? visit.text(Boolean.parseBoolean(value) ? "relay.on" : "relay.off") : value;
    }

    public void look() {
        var id = pressed.id();
        once.run(reply, "look " + id, () -> {
            var name = reply.attempt(() -> relay.lookSoon(id));
            return name == null ? null : new Once.Done(here(), Note.good(visit.text("relay.soon", name)));
        });
    }

    public void remove() {
        var id = pressed.id();
        once.run(reply, "remove " + id, () -> reply.removes(here(), "relay.removed", () -> relay.remove(id)));
    }

    public void undo() {
        var id = pressed.id();
        once.run(reply, "undo " + id, () -> reply.restores(here(), () -> relay.restore(id)));
    }

    public void acknowledge() {
        var id = pressed.id();
        once.run(reply, "seen " + id, () -> {
            var title = reply.attempt(() -> relay.acknowledge(id));
            return title == null ? null : new Once.Done(here(), Note.good(visit.text("relay.acknowledged", title)));
        });
    }

    private String here() {
        return PATH + getList().getState().query();
    }

    public LazyList<Row> getList() {
        return Objects.requireNonNull(list);
    }

    public List<Marked> getMarked() {
        return marked;
    }

    public List<Found> getFound() {
        return found;
    }

    public List<HistoryLine> getHistory() {
        return history;
    }
}
