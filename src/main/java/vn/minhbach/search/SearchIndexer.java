package vn.minhbach.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.change.Follower;
import vn.minhbach.change.Followers;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;

/**
 * Keeps the index in step with the change log, and rebuilds it when it cannot be trusted.
 *
 * <p>All writing happens under one lock, on two threads: one follows, the other does what takes longer. Whatever goes wrong (a
 * full disk, a database that is away) is told by {@link #state()}, leaves the site serving, and is tried again every few seconds.
 * An index whose files are damaged, as their checksums show, is taken out of use and rebuilt; searches are answered with
 * "being repaired" until then.
 */
@ApplicationScoped
public class SearchIndexer implements Follower {

    private static final Logger LOG = Logger.getLogger(SearchIndexer.class.getName());
    private static final int BATCH = 500;

    /** So many changes are read one by one; beyond that, reading everything in batches is quicker. */
    private static final int FAR_BEHIND = 2000;

    /** What failed is tried again, and what was missed is followed, after so long at most. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** Not up to date for so long, the index is not called ready any more. */
    private static final Duration BEHIND_AFTER = Duration.ofSeconds(30);

    /** All files are compared with their checksums when the index was opened, and again after so long. */
    private static final Duration CHECK_EVERY = Duration.ofDays(1);

    /** Whenever writing fails, but not more often than this: a full disk makes it fail every few seconds. */
    private static final Duration CHECK_AGAIN = Duration.ofMinutes(1);

    /** So long nothing must have been published before the index is tidied. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** When hardly anybody searches. */
    private static final LocalTime NIGHT = LocalTime.of(3, 10);

    @Inject
    ChangeLog log;

    @Inject
    Sources sources;

    @Inject
    Followers followers;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Inject
    Repeater repeater;

    @Inject
    SearchTeaching teaching;

    @Inject
    Clock clock;

    /** As of the last rebuild; every night makes it new. */
    private volatile Map<String, Long> popularity = Map.of();

    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicInteger rebuilt = new AtomicInteger();
    private volatile @Nullable SearchIndex index;
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private volatile long moved;
    private volatile long upToDateAt;
    private volatile boolean stopped;
    private volatile String problem = "";
    private @Nullable Repeating following;
    private @Nullable Repeating caring;
    private volatile Instant nextNight = Instant.MAX;

    // Suspicion and proof of damage -------------------------------------------------------------------------------

    /** Where the index lay whose files were last compared with their checksums, and when that was. */
    private volatile @Nullable Path checked;

    private volatile long checkedAt;

    /** The index was written to and failed; its files may be to blame. */
    private volatile boolean checkWanted;

    /** Kinds of failures met while searching, of which it is not known yet whether damaged files are to blame. */
    private final Set<String> suspicions = ConcurrentHashMap.newKeySet();

    /** Kinds of failures that happened although all files were sound: faults of ours. */
    private final Set<String> ownFaults = ConcurrentHashMap.newKeySet();

    @PostConstruct
    void start() {
        begin();
        following = repeater.every("search-index", AGAIN, this::keepUp);
        caring = repeater.every("search-index-care", AGAIN, this::care);
    }

    /** What must be known before anything is done. */
    void begin() {
        upToDateAt = clock.millis();
        moved = clock.millis();
        nextNight = nextNight();
    }

    private Instant nextNight() {
        var now = ZonedDateTime.now(clock);
        var night = now.toLocalDate().atTime(NIGHT).atZone(now.getZone());
        return (night.isAfter(now) ? night : night.plusDays(1)).toInstant();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        for (var work : Arrays.asList(following, caring)) {
            if (work != null) {
                work.stop();
            }
        }
        // If the database hangs, the one who holds the lock waits for it, and the portal must stop nevertheless.
        var mine = false;
        try {
            mine = writing.tryLock(AGAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            closeIndex();
        } finally {
            if (mine) {
                writing.unlock();
            }
        }
    }

    @Override
    public Phase phase() {
        return Phase.INDEX;
    }

    /** Only begins it, because reading what has changed takes its time; pages are told when it is done. */
    @Override
    public void follow() {
        wake(following);
    }

    private static void wake(@Nullable Repeating work) {
        if (work != null) {
            work.wake();
        }
    }

    /** One round of what needs no haste: rebuilds the index if need be, compares it with its checksums, tidies it. */
    void care() throws IOException {
        if (stopped) {
            return;
        }
        if (!clock.instant().isBefore(nextNight)) {
            nextNight = nextNight();
            startRebuild("every night, for what has become popular");
        }
        var open = index;
        if (rebuilding.get()) {
            rebuild();
        } else if (open != null && checkIsDue(open)) {
            check(open);
        } else if (open != null && clock.millis() - moved > QUIET.toMillis()) {
            tidy(open);
        }
    }

    /** What was published of late lies in segments of its own, each of which every search must look into: makes one of all. */
    private void tidy(SearchIndex open) throws IOException {
        if (open.isWritable() && open.segments() > 1) {
            moved = clock.millis();
            try {
                open.compact();
            } catch (IOException | RuntimeException e) {
                checkWanted = true;
                throw e;
            }
            keepTidy(open);
        }
    }

    private void keepTidy(SearchIndex open) throws IOException {
        writing.lock();
        try {
            if (open == index && !stopped) {
                open.commit(open.positionOfCommit(), open.markOfCommit());
                open.refresh();
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * A search in this index failed. Whether the files are to blame is found out in the background; if they are, the index is
     * rebuilt.
     *
     * @return whether it may be the files; false if all were sound when the same happened before
     */
    boolean suspect(SearchIndex which, Throwable failure) {
        var kind = kind(failure);
        if (which != index) {
            return true;
        }
        if (ownFaults.contains(kind)) {
            return false;
        }
        if (suspicions.add(kind)) {
            LOG.log(Level.SEVERE, "A search failed; the files of the index are compared with their checksums", failure);
            wake(caring);
        }
        return true;
    }

    /** By where it was thrown, so that another fault is not taken for a known one. */
    private static String kind(Throwable failure) {
        var places = failure.getStackTrace();
        return failure.getClass().getName() + (places.length == 0 ? "" : " " + places[0]);
    }

    private boolean checkIsDue(SearchIndex open) {
        var age = clock.millis() - checkedAt;
        return !open.folder().equals(checked)
                || !suspicions.isEmpty()
                || checkWanted && age > CHECK_AGAIN.toMillis()
                || age > CHECK_EVERY.toMillis();
    }

    private void check(SearchIndex open) throws IOException {
        var suspected = Set.copyOf(suspicions);
        List<String> damage;
        try {
            damage = open.damage();
        } catch (AlreadyClosedException e) {
            LOG.log(Level.FINE, "The index was closed while it was checked; its successor is checked next", e);
            return;
        }
        if (open != index) {
            return;
        }
        suspicions.removeAll(suspected);
        checkWanted = false;
        checked = open.folder();
        checkedAt = clock.millis();
        if (!damage.isEmpty()) {
            takeOut("files are damaged: " + damage);
        } else if (suspected.isEmpty()) {
            ownFaults.clear();
        } else {
            ownFaults.addAll(suspected);
        }
    }

    /** A damaged index is used no more: what it does not fail at it may answer wrongly. */
    private void takeOut(String reason) throws IOException {
        writing.lock();
        try {
            LOG.log(Level.SEVERE, "The search index is taken out of use: {0}", reason);
            closeIndex();
            problem = reason;
            checked = null;
            SearchIndex.disown(home());
            startRebuild(reason);
        } finally {
            writing.unlock();
        }
        followers.moved(Phase.INDEX);
    }

    /** One round of following; what it throws is told by the state, too. */
    void keepUp() throws IOException {
        writing.lock();
        try {
            bringUpToDate();
        } catch (Throwable e) {
            problem = e.toString();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** Brings the index up to date; opens it first, or has it rebuilt, where need be. */
    private void bringUpToDate() throws IOException {
        if (stopped || rebuilding.get()) {
            return;
        }
        var open = opened();
        if (open == null) {
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
        try {
            catchUp(open);
        } catch (IOException | RuntimeException | AssertionError e) {
            var ended = open.whatEndedWriting();
            checkWanted |= ended != null;
            if (isDamage(e) || ended != null && isDamage(ended)) {
                takeOut(e.toString());
            }
            throw e;
        }
        problem = "";
        upToDateAt = clock.millis();
    }

    /** The index in use, ready for writing; null if it must be rebuilt first. */
    private @Nullable SearchIndex opened() throws IOException {
        var old = index;
        if (old != null && old.isWritable()) {
            return old;
        }
        try {
            var fresh = SearchIndex.openCurrent(home()).orElse(null);
            if (fresh == null) {
                startRebuild("there is no index, or another version made it");
                return null;
            }
            index = fresh;
            var same = old != null && fresh.positionOfCommit() == old.positionOfCommit();
            if (old != null) {
                old.close();
            }
            if (!same) {
                followers.moved(Phase.INDEX);
            }
            return fresh;
        } catch (IOException | RuntimeException | AssertionError e) {
            if (!isDamage(e) && (e instanceof IOException || e instanceof AlreadyClosedException)) {
                throw e;
            }
            takeOut(e.toString());
            return null;
        }
    }

    private void catchUp(SearchIndex open) throws IOException {
        var position = open.positionOfCommit();
        var changes = log.after(position, BATCH);
        while (!changes.isEmpty()) {
            apply(open, changes);
            position = changes.getLast().getPosition();
            open.commit(position, changes.getLast().mark());
            changes = log.after(position, BATCH);
        }
        // Also if nothing is new: a former round may have ended between its commit and this.
        if (open.refresh()) {
            moved = clock.millis();
            followers.moved(Phase.INDEX);
        }
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

    /** Rebuilds the whole index beside the one in use, in the background. Does nothing while that is going on. */
    public void startRebuild(String reason) {
        if (!stopped && rebuilding.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "The search index is rebuilt: {0}", reason);
            rebuilt.set(0);
            wake(caring);
        }
    }

    private void rebuild() throws IOException {
        try {
            var end = log.head();
            popularity = teaching.popularity();
            var fresh = SearchIndex.create(home());
            try {
                for (var source : sources.all()) {
                    source.each(item -> put(fresh, item));
                }
                fresh.compact();
                fresh.commit(end.position(), end.mark());
                fresh.refresh();
            } catch (Throwable e) {
                fresh.close();
                throw e;
            }
            swap(fresh);
        } catch (Throwable e) {
            problem = e.toString();
            throw e;
        } finally {
            rebuilding.set(false);
        }
        followers.moved(Phase.INDEX);
        wake(following);
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

    private void swap(SearchIndex fresh) throws IOException {
        writing.lock();
        try {
            var before = SearchIndex.currentFolder(home());
            fresh.makeCurrent(home());
            var old = index;
            index = fresh;
            suspicions.clear();
            problem = "";
            upToDateAt = clock.millis();
            if (old != null) {
                old.close();
            }
            if (before.isPresent() && !before.get().equals(fresh.folder())) {
                SearchIndex.delete(before.get());
            }
        } finally {
            writing.unlock();
        }
        LOG.log(Level.INFO, "The search index was rebuilt with {0} items", rebuilt.get());
    }

    /** Whether it tells of damaged files, and not of a full disk, a locked folder, or a database that is away. */
    static boolean isDamage(Throwable e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof EOFException
                || e instanceof IllegalArgumentException;
    }

    private void closeIndex() {
        var open = index;
        index = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException e) {
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
                position = open.positionOfSearches();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, "The index was closed while it was looked at", e);
            }
        }
        return new IndexState(condition(), position, documents, rebuilt.get(), problem);
    }

    private IndexState.Condition condition() {
        if (rebuilding.get()) {
            return IndexState.Condition.REBUILDING;
        }
        if (index == null || !problem.isEmpty()) {
            return IndexState.Condition.FAILED;
        }
        // Whatever the reason is, also one of which nothing was thrown: what is behind for long is not ready.
        return clock.millis() - upToDateAt > BEHIND_AFTER.toMillis()
                ? IndexState.Condition.BEHIND
                : IndexState.Condition.READY;
    }
}
