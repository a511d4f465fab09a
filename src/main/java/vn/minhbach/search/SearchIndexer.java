package vn.minhbach.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.change.IndexRefreshed;
import vn.minhbach.change.LogAdvanced;

/**
 * Keeps the index in step with the change log, and makes it anew when it cannot be trusted.
 *
 * <p>All writing happens under one lock. Whatever goes wrong (a full disk, a damaged file, a database that is away) puts the
 * index into {@link IndexState.Condition#FAILED} with the reason, leaves the site serving, and is tried again every few
 * seconds.
 */
@ApplicationScoped
public class SearchIndexer {

    private static final Logger LOG = Logger.getLogger(SearchIndexer.class.getName());
    private static final int BATCH = 500;

    /** So many changes are read one by one; beyond that, reading everything in batches is quicker. */
    private static final int FAR_BEHIND = 2000;

    private static final long HEAL_SECONDS = 5;

    /** So long nothing must have been published before the index is tidied. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** When hardly anybody searches. */
    private static final LocalTime NIGHT = LocalTime.of(3, 10);

    @Inject
    ChangeLog log;

    @Inject
    Sources sources;

    @Inject
    Event<IndexRefreshed> refreshed;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Resource
    ManagedScheduledExecutorService executor;

    /** Apart from the timers: the server gives all timers one thread, and a rebuild takes its time. */
    @Resource
    ManagedExecutorService workshop;

    @Inject
    SearchTeaching teaching;

    @Inject
    Clock clock;

    /** As of the last rebuild; every night makes it new. */
    private volatile Map<String, Long> popularity = Map.of();

    private final AtomicInteger rebuilt = new AtomicInteger();
    private volatile @Nullable SearchIndex index;
    private volatile boolean rebuilding;
    private volatile long moved = System.nanoTime();
    private final AtomicBoolean tidying = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile String problem = "";
    private @Nullable ScheduledFuture<?> healing;
    private @Nullable ScheduledFuture<?> nightly;

    @PostConstruct
    void start() {
        healing = executor.scheduleWithFixedDelay(this::heal, HEAL_SECONDS, HEAL_SECONDS, TimeUnit.SECONDS);
        nightly = executor.scheduleAtFixedRate(
                () -> startRebuild("every night, for what has become popular"),
                secondsUntilNight(),
                TimeUnit.DAYS.toSeconds(1),
                TimeUnit.SECONDS);
    }

    private long secondsUntilNight() {
        var now = ZonedDateTime.now(clock);
        var night = now.toLocalDate().atTime(NIGHT).atZone(now.getZone());
        return Duration.between(now, night.isAfter(now) ? night : night.plusDays(1))
                .toSeconds();
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        if (healing != null) {
            healing.cancel(false);
        }
        if (nightly != null) {
            nightly.cancel(false);
        }
        closeIndex();
    }

    void onAdvance(@Observes LogAdvanced advanced) {
        follow();
    }

    /** Tries again what failed, and follows changes that were missed meanwhile. */
    private void heal() {
        if (!problem.isEmpty()) {
            follow();
        } else if (System.nanoTime() - moved > QUIET.toNanos()) {
            tidy();
        }
    }

    /** What was published of late lies in segments of its own, each of which every search must look into: makes one of all. */
    private void tidy() {
        var open = index;
        if (open == null || rebuilding || stopped || !tidying.compareAndSet(false, true)) {
            return;
        }
        workshop.submit(() -> {
            try {
                if (open.segments() > 1) {
                    open.compact();
                    keepTidy(open);
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The search index could not be tidied; it serves as it is", e);
                moved = System.nanoTime();
            } finally {
                tidying.set(false);
            }
        });
    }

    private synchronized void keepTidy(SearchIndex open) throws IOException {
        if (open == index && !stopped) {
            open.commit(open.positionOfCommit(), open.markOfCommit());
            open.refresh();
        }
    }

    /** Brings the index up to date; opens it first, or has it made anew, where need be. */
    private synchronized void follow() {
        if (stopped || rebuilding) {
            return;
        }
        try {
            var open = index == null ? SearchIndex.openCurrent(home()).orElse(null) : index;
            index = open;
            if (open == null) {
                startRebuild("there is no index, or another version made it");
                return;
            }
            if (!mark(open.positionOfCommit()).equals(open.markOfCommit())) {
                startRebuild("it was made from another database, or from a later state of this one");
                return;
            }
            if (log.position() - open.positionOfCommit() > FAR_BEHIND) {
                startRebuild("it is far behind the change log");
                return;
            }
            catchUp(open);
            problem = "";
        } catch (IOException | RuntimeException e) {
            failed("The search index could not be brought up to date", e);
            closeIndex();
            if (damaged(e)) {
                startRebuild(e.toString());
            }
        }
    }

    private void catchUp(SearchIndex open) throws IOException {
        var position = open.positionOfCommit();
        var changes = log.after(position, BATCH);
        var news = false;
        while (!changes.isEmpty()) {
            apply(open, changes);
            position = changes.getLast().getPosition();
            open.commit(position, changes.getLast().mark());
            news = true;
            changes = log.after(position, BATCH);
        }
        if (news) {
            open.refresh();
            moved = System.nanoTime();
        }
        refreshed.fire(new IndexRefreshed());
    }

    /** Each item once, in its present state: what the log says happened in between no longer matters. */
    private void apply(SearchIndex open, List<ContentChange> changes) throws IOException {
        var touched = new LinkedHashSet<List<String>>();
        changes.forEach(change -> touched.add(List.of(change.getKind(), change.getContentId())));
        for (var item : touched) {
            var kind = item.get(0);
            var id = item.get(1);
            var found = sources.of(kind).flatMap(source -> source.one(id));
            if (found.isPresent()) {
                open.put(found.get(), popularity.getOrDefault(found.get().path(), 0L));
            } else {
                open.remove(kind, id);
            }
        }
    }

    /** Makes the whole index anew beside the one in use, in the background. Does nothing while that is going on. */
    public synchronized void startRebuild(String reason) {
        if (rebuilding || stopped) {
            return;
        }
        LOG.log(Level.INFO, "The search index is made anew: {0}", reason);
        rebuilding = true;
        rebuilt.set(0);
        workshop.submit(this::rebuild);
    }

    private void rebuild() {
        try {
            var position = log.position();
            var mark = mark(position);
            popularity = teaching.popularity();
            var fresh = SearchIndex.create(home());
            try {
                for (var source : sources.all()) {
                    source.each(item -> put(fresh, item));
                }
                fresh.compact();
                fresh.commit(position, mark);
                fresh.refresh();
            } catch (IOException | RuntimeException e) {
                fresh.close();
                throw e;
            }
            swap(fresh);
        } catch (IOException | RuntimeException e) {
            failed("The search index could not be made anew", e);
        } finally {
            rebuilding = false;
        }
        follow();
    }

    private String mark(long position) {
        return log.at(position).map(ContentChange::mark).orElse("");
    }

    private void put(SearchIndex fresh, SearchDocument item) {
        if (stopped) {
            throw new IllegalStateException("The portal is stopping");
        }
        try {
            fresh.put(item, popularity.getOrDefault(item.path(), 0L));
            rebuilt.incrementAndGet();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private synchronized void swap(SearchIndex fresh) throws IOException {
        fresh.makeCurrent(home());
        var old = index;
        index = fresh;
        problem = "";
        if (old != null) {
            old.close();
            SearchIndex.delete(old.folder());
        }
        LOG.log(Level.INFO, "The search index was made anew with {0} items", rebuilt.get());
    }

    static boolean damaged(Exception e) {
        return e instanceof org.apache.lucene.index.CorruptIndexException
                || e instanceof org.apache.lucene.index.IndexFormatTooOldException
                || e instanceof org.apache.lucene.index.IndexFormatTooNewException
                || e instanceof org.apache.lucene.index.IndexNotFoundException
                || e instanceof java.nio.file.NoSuchFileException
                || e instanceof java.io.FileNotFoundException
                || e instanceof java.io.EOFException
                || e instanceof IllegalArgumentException;
    }

    private void failed(String what, Exception e) {
        if (problem.isEmpty()) {
            LOG.log(Level.SEVERE, what, e);
        }
        problem = e.toString();
    }

    private void closeIndex() {
        var open = index;
        index = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The search index did not close cleanly", e);
            }
        }
    }

    private Path home() {
        return Path.of(data, "index");
    }

    /** The index to search in; null while there is none yet. */
    @Nullable
    SearchIndex current() {
        return index;
    }

    public IndexState state() {
        var open = index;
        var documents = 0;
        var position = -1L;
        if (open != null) {
            try {
                documents = open.documents();
                position = open.positionOfCommit();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, "The index was closed while it was looked at", e);
            }
        }
        var condition = rebuilding
                ? IndexState.Condition.REBUILDING
                : problem.isEmpty() && open != null ? IndexState.Condition.READY : IndexState.Condition.FAILED;
        return new IndexState(condition, position, documents, rebuilt.get(), problem);
    }
}
