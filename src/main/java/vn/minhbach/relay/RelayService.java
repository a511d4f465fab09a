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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.SourceMark;
import vn.minhbach.fetch.FetchException;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/** Whose news is relayed, and what becomes of it. */
@ApplicationScoped
@Transactional
public class RelayService {

    /** How much of what a new source has already is relayed: of the last days, and no more than an editor can look through. */
    private static final Duration FIRST_DAYS = Duration.ofDays(3);

    private static final int MOST_AT_ONCE = 20;

    /** For how long it is watched what the source does with what was relayed, and how often its address is tried. */
    private static final Duration WATCHED = Duration.ofDays(90);

    private static final Duration CHECKED_EVERY = Duration.ofDays(1);

    /** The portal's own articles with which news is compared: nobody publishes the same news half a year later. */
    private static final Duration COMPARED = Duration.ofDays(180);

    private static final int LONGEST_ADDRESS = 1_000;

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

    @Inject
    Prompt prompt;

    protected RelayService() {}

    /** Without a server, for tests. */
    static RelayService over(
            EntityManager em,
            ArticleService articles,
            Fetcher fetcher,
            CurrentActor actors,
            Clock clock,
            Prompt prompt) {
        var service = new RelayService();
        service.repository = new RelayRepository(em);
        service.articles = articles;
        service.fetcher = fetcher;
        service.history = History.over(em, actors, clock);
        service.actors = actors;
        service.clock = clock;
        service.prompt = prompt;
        return service;
    }

    // --- Sources
    // ---------------------------------------------------------------------------------------------------------

    public List<Long> numbers(ListState state) {
        return repository.numbers(state.filter(), state.sort(), state.descending());
    }

    public List<RelaySource> sources(Collection<Long> numbers) {
        return repository.sources(numbers);
    }

    /** How many drafts each of these sources gave, by its number; one that gave none is missing. */
    public Map<Long, Long> drafts(Collection<Long> sources) {
        return repository.drafts(sources);
    }

    public Optional<RelaySource> source(long id) {
        return Optional.ofNullable(repository.source(id));
    }

    /**
     * @return the line of the history that tells it
     * @throws RuleBrokenException if it lacks a name, its address is none or has a source already, or there is no such section
     */
    @Permit(Permission.KEEP_SOURCES)
    public long add(@Subject RelaySource.Said said) {
        var checked = checked(said, 0);
        var source = new RelaySource(checked, now(), actors.get().name());
        repository.add(source);
        return history.added(source.row(), source.state());
    }

    /**
     * @return the line of the history by which it can be taken back
     * @throws ChangedMeanwhileException if it is another by now, or gone
     */
    @Permit(Permission.KEEP_SOURCES)
    public long change(@Subject long id, long version, RelaySource.Said said) {
        var source = repository.hold(id);
        if (source == null || source.getVersion() != version) {
            throw new ChangedMeanwhileException(RelaySource.KIND, Long.toString(id));
        }
        return write(source, said);
    }

    private long write(RelaySource source, RelaySource.Said said) {
        var checked = checked(said, source.getId());
        var before = source.state();
        source.write(checked, now(), actors.get().name());
        return history.changed(source.row(), before, source.state());
    }

    /**
     * Stops reading a source, or goes on.
     *
     * @return by which it can be taken back
     */
    @Permit(Permission.KEEP_SOURCES)
    public Removal pause(@Subject long id, boolean paused) {
        var source = repository.hold(id);
        if (source == null) {
            throw new RuleBrokenException("desk.gone");
        }
        var said = source.said();
        return new Removal(
                write(
                        source,
                        new RelaySource.Said(
                                said.name(),
                                said.address(),
                                said.section(),
                                said.responsible(),
                                said.minutes(),
                                !paused)),
                source.getName());
    }

    /** What it gave stays. @return by which it can be taken back; empty if there is nothing to remove or to take back */
    @Permit(Permission.KEEP_SOURCES)
    public Optional<Removal> remove(@Subject long id) {
        var source = repository.hold(id);
        if (source == null) {
            return history.removal(RelaySource.KIND, Long.toString(id));
        }
        var state = source.state();
        repository.remove(source);
        return Optional.of(history.removed(source.row(), state));
    }

    /**
     * Takes a removal back, or what a change changed; the source is looked at again at once.
     *
     * @return what the source is called
     * @throws RuleBrokenException if it cannot be taken back any more
     */
    @Permit(Permission.KEEP_SOURCES)
    public String undo(@Subject long line) {
        var entry = history.entry(line)
                .filter(found -> found.getKind().equals(RelaySource.KIND))
                .orElseThrow(() -> new RuleBrokenException("desk.undo.late"));
        var id = Long.parseLong(entry.getRowId());
        if (entry.getDeed() == HistoryEntry.Deed.CHANGED) {
            var source = repository.hold(id);
            if (source == null) {
                throw new RuleBrokenException("row.error.gone");
            }
            write(source, RelaySource.said(entry.takenBackFrom(source.state())));
        } else {
            history.takeBack(line, RelaySource.KIND);
            repository.restore(
                    id,
                    checked(RelaySource.said(entry.before()), id),
                    now(),
                    actors.get().name());
        }
        return entry.getTitle();
    }

    /** Has a source looked at at once. @return what it is called */
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
        prompt.look(id);
        return source.getName();
    }

    private RelaySource.Said checked(RelaySource.Said said, long id) {
        if (said.name().isEmpty()) {
            throw new RuleBrokenException("relay.error.name", "name");
        }
        if (!RelaySource.MINUTES.contains(said.minutes())) {
            throw new RuleBrokenException("relay.error.minutes", "minutes");
        }
        var checked = new RelaySource.Said(
                said.name(),
                address(said.address()),
                said.section(),
                said.responsible(),
                said.minutes(),
                said.active());
        if (repository
                .at(checked.address())
                .filter(other -> other.getId() != id)
                .isPresent()) {
            throw new RuleBrokenException("relay.error.double", "address");
        }
        if (section(said.section()).isEmpty()) {
            throw new RuleBrokenException("relay.error.section", "section");
        }
        return checked;
    }

    private String address(String given) {
        try {
            var checked = fetcher.checked(new URI(given));
            var usual = checked.getScheme().equals("https") ? ":443/" : ":80/";
            // People write no port that goes without saying.
            var address =
                    checked.toASCIIString().replace("://" + checked.getHost() + usual, "://" + checked.getHost() + "/");
            if (address.length() <= LONGEST_ADDRESS) {
                return address;
            }
        } catch (URISyntaxException | FetchException e) {
            // It is told below, as of any other that is none.
        }
        throw new RuleBrokenException("relay.error.address", "address");
    }

    private Optional<Section> section(String slug) {
        return articles.sections().stream()
                .filter(section -> section.getSlug().equals(slug))
                .findFirst();
    }

    /** The sections in which drafts may begin: those that are not closed. */
    public List<Section> sections() {
        return articles.sections().stream().filter(Section::isOpen).toList();
    }

    /** What a section is called; its slug if it is gone. */
    public String sectionName(String slug) {
        return section(slug).map(Section::getName).orElse(slug);
    }

    public List<HistoryEntry> history() {
        return history.newest(List.of(RelaySource.KIND));
    }

    public List<HistoryEntry> history(long id) {
        return history.of(RelaySource.KIND, Long.toString(id));
    }

    // --- Looking
    // ---------------------------------------------------------------------------------------------------------

    /** A source as it is asked, outside of any transaction. */
    record Look(long id, String address, String etag, String lastModified) {}

    /** The sources whose time has come. */
    List<Long> due(int size) {
        return repository.due(now(), size);
    }

    /**
     * Learns what some of the portal's own articles say by now, with which news is compared.
     *
     * @return how many were learnt; fewer than asked for if there are no more
     */
    @Permit(Permission.RUN_PORTAL)
    public int readOwn(int most) {
        var known = repository.own();
        var versions = articles.versionsSince(now().minus(COMPARED));
        repository.forgetOwn(
                known.keySet().stream().filter(id -> !versions.containsKey(id)).toList());
        var fresh = versions.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(known.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .toList();
        articles.contents(fresh).forEach((id, content) -> {
            var source = content.sourceUrl();
            repository.keepOwn(
                    id,
                    Objects.requireNonNull(versions.get(id)),
                    source.isEmpty() ? "" : Links.key(source),
                    Sketch.of(content.title(), content.bodyHtml()));
        });
        return fresh.size();
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
    public void failed(long id, Failure failure) {
        var source = repository.hold(id);
        if (source != null) {
            source.failed(failure, now());
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
        var section = section(source.getSection()).orElse(null);
        if (section == null) {
            source.failed(Failure.of(RelayResult.NO_SECTION, 0), now());
            return 0;
        }
        var first = !repository.hasItems(id);
        var known = repository.known(id, entries.stream().map(FeedEntry::id).collect(Collectors.toSet()));
        var done = new HashSet<String>();
        var found = 0;
        for (var entry : entries) {
            if (!done.add(entry.id())) {
                continue;
            }
            var sketch = Sketch.of(entry.title(), entry.html());
            var item = known.get(entry.id());
            if (item == null) {
                var wanted = found < MOST_AT_ONCE && !(first && isOld(entry.publishedAt()));
                found += fresh(source, section, entry, sketch, wanted) ? 1 : 0;
            } else if (item.getState() == RelayItem.State.WANTED) {
                draft(item, entry, source.getName(), section);
                found++;
            } else {
                again(item, entry, sketch);
            }
        }
        source.answered(RelayResult.GOOD, 200, found, etag, lastModified);
        missing(source, entries, done);
        return found;
    }

    private void again(RelayItem known, FeedEntry entry, Sketch sketch) {
        known.present();
        if (known.says(sketch)) {
            return;
        }
        known.changed(entry, Links.key(entry.link()), sketch, now());
        repository.keep(known, sketch);
        tell(known, SourceMark.CHANGED);
    }

    private boolean fresh(RelaySource source, Section section, FeedEntry entry, Sketch sketch, boolean wanted) {
        var key = Links.key(entry.link());
        var original = repository.byLink(key).or(() -> repository.alike(sketch));
        var own = original.isPresent() ? Optional.<Long>empty() : repository.ownAlike(key, sketch);
        var item = new RelayItem(source, entry, key, sketch, now());
        repository.add(item);
        repository.keep(item, sketch);
        original.ifPresent(item::duplicateOf);
        own.ifPresent(item::duplicateOf);
        if (original.isPresent() || own.isPresent() || !wanted) {
            return false;
        }
        draft(item, entry, source.getName(), section);
        return true;
    }

    private boolean isOld(@Nullable Instant publishedAt) {
        return publishedAt != null && publishedAt.isBefore(now().minus(FIRST_DAYS));
    }

    private void draft(RelayItem item, FeedEntry entry, String sourceName, Section section) {
        item.drafted(articles.draft(section.getSlug(), Relayed.content(entry, sourceName, section.getId()))
                .getId());
    }

    /**
     * What a feed leaves out although it has what is older was taken away there. It is believed when the whole feed is seen so twice. And what
     * somebody wanted and the feed has no more cannot be had.
     */
    private void missing(RelaySource source, List<FeedEntry> entries, Set<String> there) {
        repository.ofState(source.getId(), RelayItem.State.WANTED).forEach(RelayItem::lost);
        var oldest = entries.stream()
                .map(FeedEntry::publishedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (oldest == null) {
            return;
        }
        for (var item : repository.newer(source.getId(), oldest, now().minus(WATCHED))) {
            if (!there.contains(item.getEntryId())) {
                source.whole();
                if (item.absent(now())) {
                    tell(item, SourceMark.VANISHED);
                }
            }
        }
    }

    // --- What the source did since
    // ---------------------------------------------------------------------------------------

    private void tell(RelayItem item, SourceMark mark) {
        var article = item.getItemId();
        if (article != null) {
            articles.tellOfSource(article, mark, item.getSourceName() + " · " + item.getLink());
        }
    }

    /** An address to be tried. */
    record Known(long id, String link) {}

    /** Relayed articles whose addresses nobody has tried for a day, no two at one server. */
    List<Known> toCheck(int size) {
        var hosts = new HashSet<String>();
        var now = now();
        return repository.toCheck(now.minus(WATCHED), now.minus(CHECKED_EVERY), size * 5).stream()
                .filter(item -> hosts.add(Links.host(item.getLink())))
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
        } else if (item.missed(now())) {
            tell(item, SourceMark.VANISHED);
        }
    }

    // --- What became of what was found
    // -----------------------------------------------------------------------------------

    /**
     * The numbers of what was found, the newest first.
     *
     * @param source of one source only; null for all
     */
    public List<Long> found(RelayedView view, @Nullable Long source, String filter) {
        return repository.found(view, source, filter);
    }

    public List<RelayItem> items(Collection<Long> ids) {
        return repository.items(ids);
    }

    /** The articles of what was found, and those of which it is a duplicate, by their ids. */
    public Map<Long, Item> articles(Collection<RelayItem> found) {
        var ids = new HashSet<Long>();
        for (var item : found) {
            var article = item.getItemId();
            if (article != null) {
                ids.add(article);
            }
            var own = item.getOwnId();
            if (own != null) {
                ids.add(own);
            }
        }
        return articles.items(ids).stream().collect(Collectors.toMap(Item::getId, item -> item));
    }

    /**
     * Has a draft made of what was taken for a duplicate or passed over, with a look at its source at once.
     *
     * @return how it is called
     */
    @Permit(Permission.KEEP_SOURCES)
    public String want(@Subject long id) {
        var item = repository.item(id);
        var source = item == null ? null : repository.hold(item.getSourceId());
        if (item == null || source == null || !source.isActive()) {
            throw new RuleBrokenException("relay.error.noSource");
        }
        if (!item.isWantable()) {
            throw new RuleBrokenException("relay.error.notWantable");
        }
        item.want();
        source.whole();
        source.soon(now());
        prompt.look(source.getId());
        return item.getTitle();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
