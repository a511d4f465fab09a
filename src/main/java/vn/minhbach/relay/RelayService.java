package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.article.ArticleService;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** Whose news is relayed, and what becomes of it. */
@ApplicationScoped
@Transactional
public class RelayService {

    /** How much of what a new source has already is relayed: of the last days, and no more than an editor can look through. */
    private static final Duration FIRST_DAYS = Duration.ofDays(3);

    private static final int MOST_AT_ONCE = 20;

    /** For how long the address of a relayed article is tried, and how often. */
    private static final Duration WATCHED = Duration.ofDays(90);

    private static final Duration CHECKED_EVERY = Duration.ofDays(1);
    private static final int LISTED = 50;

    @Inject
    RelayRepository repository;

    @Inject
    ArticleService articles;

    @Inject
    Fetcher fetcher;

    @Inject
    History history;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    protected RelayService() {}

    /** Without a server, for tests. */
    static RelayService over(
            EntityManager em,
            ArticleService articles,
            Fetcher fetcher,
            History history,
            CurrentActor actors,
            Clock clock) {
        var service = new RelayService();
        service.repository = new RelayRepository(em);
        service.articles = articles;
        service.fetcher = fetcher;
        service.history = history;
        service.actors = actors;
        service.clock = clock;
        return service;
    }

    // --- Sources
    // ------------------------------------------------------------------------------------------------------

    public List<Long> numbers(ListState state) {
        return repository.numbers(state.filter(), state.sort(), state.descending());
    }

    public List<RelaySource> sources(List<Long> numbers) {
        return repository.sources(numbers);
    }

    public Optional<RelaySource> source(long id) {
        return Optional.ofNullable(repository.source(id));
    }

    /** @throws RuleBrokenException if it lacks a name, its address is none or has a source already, or there is no such section */
    @Permit(Permission.KEEP_SOURCES)
    public void add(@Subject RelaySource.Said said) {
        check(said, 0);
        var source = new RelaySource(said, now(), actors.get().name());
        repository.add(source);
        history.added(source.row(), source.state());
    }

    /** @throws ChangedMeanwhileException if it is another by now, or gone */
    @Permit(Permission.KEEP_SOURCES)
    public void change(@Subject long id, long version, RelaySource.Said said) {
        var source = repository.hold(id);
        if (source == null || source.getVersion() != version) {
            throw new ChangedMeanwhileException(RelaySource.KIND, Long.toString(id));
        }
        check(said, id);
        var before = source.state();
        source.write(said, now(), actors.get().name());
        history.changed(source.row(), before, source.state());
    }

    @Permit(Permission.KEEP_SOURCES)
    public Optional<Removal> remove(@Subject long id) {
        var source = repository.source(id);
        if (source == null) {
            return history.removal(RelaySource.KIND, Long.toString(id));
        }
        repository.remove(source);
        return Optional.of(history.removed(source.row(), source.state()));
    }

    /** Puts a removed source back; it is looked at again at once. */
    @Permit(Permission.KEEP_SOURCES)
    public String restore(@Subject long removal) {
        var entry = history.takeBack(removal);
        var said = RelaySource.said(entry.before());
        if (repository.at(said.address()).isPresent()) {
            throw new RuleBrokenException("desk.undo.taken");
        }
        repository.restore(Long.parseLong(entry.getRowId()), said, now(), actors.get().name());
        return entry.getTitle();
    }

    /** Has a source looked at as soon as the job comes round. */
    @Permit(Permission.KEEP_SOURCES)
    public String lookSoon(@Subject long id) {
        var source = repository.hold(id);
        if (source == null) {
            throw new RuleBrokenException("desk.gone");
        }
        if (!source.isActive()) {
            throw new RuleBrokenException("relay.error.inactive");
        }
        source.soon(now());
        return source.getName();
    }

    private void check(RelaySource.Said said, long id) {
        if (said.name().isEmpty()) {
            throw new RuleBrokenException("relay.error.name", "name");
        }
        if (said.address().length() > 1_000) {
            throw new RuleBrokenException("relay.error.address", "address");
        }
        try {
            fetcher.checked(new URI(said.address()));
        } catch (URISyntaxException | FetchException e) {
            throw new RuleBrokenException("relay.error.address", "address");
        }
        if (repository.at(said.address()).filter(other -> other.getId() != id).isPresent()) {
            throw new RuleBrokenException("relay.error.double", "address");
        }
        try {
            articles.section(said.section());
        } catch (NotFoundException e) {
            throw new RuleBrokenException("relay.error.section", "section");
        }
    }

    public List<HistoryEntry> history() {
        return history.newest(List.of(RelaySource.KIND));
    }

    public List<HistoryEntry> history(long id) {
        return history.of(RelaySource.KIND, Long.toString(id));
    }

    // --- Looking
    // ------------------------------------------------------------------------------------------------------

    /** A source as it is asked, outside of any transaction. */
    record Look(long id, String address, String etag, String lastModified) {}

    /** The sources whose time has come. */
    List<Long> due(int size) {
        return repository.due(now(), size);
    }

    /** Begins to look at a source; nothing if somebody else does. */
    @Permit(Permission.RUN_PORTAL)
    public Optional<Look> begin(long id) {
        var source = repository.hold(id);
        if (source == null || !source.isDue(now())) {
            return Optional.empty();
        }
        source.looking(now());
        return Optional.of(new Look(id, source.getAddress(), source.getEtag(), source.getLastModified()));
    }

    @Permit(Permission.RUN_PORTAL)
    public void unchanged(long id) {
        var source = repository.hold(id);
        if (source != null) {
            source.answered(RelayResult.UNCHANGED, 304, 0, source.getEtag(), source.getLastModified());
        }
    }

    @Permit(Permission.RUN_PORTAL)
    public void failed(long id, RelayResult result, @Nullable FetchTrouble trouble, int status, Duration wait) {
        var source = repository.hold(id);
        if (source != null) {
            source.failed(result, trouble, status, wait, now());
        }
    }

    /**
     * Takes over what a source has: what is new becomes drafts, what is the same news as another is noted, what was changed is marked.
     *
     * @return how many drafts
     */
    @Permit(Permission.RUN_PORTAL)
    public int take(long id, List<FeedEntry> entries, String etag, String lastModified) {
        var source = repository.hold(id);
        if (source == null) {
            return 0;
        }
        var first = !repository.hasItems(id);
        var found = 0;
        for (var entry : entries) {
            var sketch = Sketch.of(entry.title(), entry.html());
            var known = repository.item(id, entry.id()).orElse(null);
            if (known != null) {
                again(known, entry, sketch);
            } else {
                found += fresh(source, entry, sketch, first, found) ? 1 : 0;
            }
        }
        source.answered(RelayResult.GOOD, 200, found, etag, lastModified);
        return found;
    }

    private void again(RelayItem known, FeedEntry entry, Sketch sketch) {
        if (known.says(sketch)) {
            return;
        }
        known.changed(entry, Links.key(entry.link()), sketch, now());
        repository.keep(known, sketch);
    }

    private boolean fresh(RelaySource source, FeedEntry entry, Sketch sketch, boolean first, int found) {
        var item = new RelayItem(source, entry, Links.key(entry.link()), sketch, now());
        var original = repository.byLink(Links.key(entry.link())).or(() -> repository.alike(sketch));
        repository.add(item);
        repository.keep(item, sketch);
        if (original.isPresent()) {
            item.duplicateOf(original.get());
            return false;
        }
        if (found >= MOST_AT_ONCE || first && isOld(entry.publishedAt())) {
            return false;
        }
        draft(item, entry, source.getName(), source.getSection());
        return true;
    }

    private boolean isOld(@Nullable Instant publishedAt) {
        return publishedAt != null && publishedAt.isBefore(now().minus(FIRST_DAYS));
    }

    private void draft(RelayItem item, FeedEntry entry, String sourceName, String sectionSlug) {
        var section = articles.section(sectionSlug);
        item.drafted(articles.draft(section.getSlug(), Relayed.content(entry, sourceName, section.getId()))
                .getId());
    }

    // --- What the source did since
    // ------------------------------------------------------------------------------------

    /** An address to be tried. */
    record Known(long id, String link) {}

    /** Relayed articles whose addresses nobody has tried for a day, no two at one server. */
    List<Known> toCheck(int size) {
        var hosts = new ArrayList<String>();
        var now = now();
        return repository.toCheck(now.minus(WATCHED), now.minus(CHECKED_EVERY), size * 5).stream()
                .filter(item -> {
                    var host = Links.host(item.getLink());
                    return !hosts.contains(host) && hosts.add(host);
                })
                .limit(size)
                .map(item -> new Known(item.getId(), item.getLink()))
                .toList();
    }

    /** @param gone whether the source says that it is not there any more */
    @Permit(Permission.RUN_PORTAL)
    public void checked(long id, boolean gone) {
        var item = repository.item(id);
        if (item == null) {
            return;
        }
        if (!gone) {
            item.isThere(now());
        } else {
            item.missed(now());
        }
    }

    /** What sources changed or took away of what was relayed, the newest first. */
    public List<RelayItem> marked() {
        return repository.marked(LISTED);
    }

    public long markedCount() {
        return repository.markedCount();
    }

    /** What was found last: drafts and duplicates. */
    public List<RelayItem> newest() {
        return repository.newest(LISTED);
    }

    public List<RelayItem> items(Collection<Long> ids) {
        return repository.items(ids);
    }

    /** Somebody has looked at what the source did. */
    @Permit(Permission.KEEP_SOURCES)
    public String acknowledge(@Subject long id) {
        var item = repository.item(id);
        if (item == null) {
            throw new RuleBrokenException("desk.gone");
        }
        item.seen();
        return item.getTitle();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
