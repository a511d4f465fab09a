package vn.minhbach.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that this node does again and again until the portal stops.
 *
 * <p>Nothing that the work throws ends it, an {@link Error} included: a timer that dies of a full memory leaves a portal that
 * looks well and follows nothing. Each work has a thread of its own, so one that hangs (on the database, say) holds up no
 * other. The thread is never interrupted, because an interrupt closes the files of H2 and of Lucene under everybody's hands.
 */
public final class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class.getName());
    private static final long PATIENCE_MILLIS = 10_000;

    private final String name;
    private final Duration period;
    private final Work work;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean awake;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    // Plain numbers, because these are written when there may be no memory for anything else.
    private volatile long lastSuccess;
    private volatile long failingSince;
    private volatile long runningSince;
    private volatile @Nullable Throwable failure;

    /** Kinds of failures that the log has been told of since the last success. */
    private final Set<String> told = new HashSet<>();

    /** One round of the work. */
    public interface Work {
        void run() throws Throwable;
    }

    /**
     * How the work fares.
     *
     * @param lastSuccess when a round last ended well; before the first one, when the work began
     * @param failingSince when the first of the failures since then happened; null if there was none
     * @param runningSince when the present round began; null between two rounds
     * @param problem what the last round failed of; empty if it did not
     */
    public record State(
            String name,
            Instant lastSuccess,
            @Nullable Instant failingSince,
            @Nullable Instant runningSince,
            String problem) {}

    Repeating(String name, Duration period, Work work, Clock clock) {
        this.name = name;
        this.period = period;
        this.work = work;
        this.clock = clock;
        lastSuccess = clock.millis();
    }

    void start(ThreadFactory threads) {
        var fresh = threads.newThread(this::loop);
        thread = fresh;
        fresh.setName("portal-" + name);
        fresh.setDaemon(true);
        fresh.start();
    }

    /** What the thread does. It allocates nothing by itself, so a full memory cannot end it. */
    void loop() {
        while (!stopped) {
            once();
            rest();
        }
    }

    void once() {
        try {
            runningSince = clock.millis();
            work.run();
            succeeded();
        } catch (Throwable e) {
            failed(e);
        } finally {
            runningSince = 0;
        }
    }

    private void succeeded() {
        lastSuccess = clock.millis();
        if (failingSince != 0) {
            failingSince = 0;
            failure = null;
            told.clear();
            LOG.log(Level.INFO, "\"{0}\" works again", name);
        }
    }

    private void failed(Throwable e) {
        try {
            failure = e;
            if (failingSince == 0) {
                failingSince = clock.millis();
            }
            if (!stopped && told.add(e.getClass().getName())) {
                LOG.log(Level.SEVERE, "\"" + name + "\" failed; it is tried again every " + period, e);
            }
        } catch (Throwable worse) {
            // Not even a line in the log could be written; the next round will tell.
            failure = worse;
        }
    }

    private void rest() {
        lock.lock();
        try {
            var left = period.toNanos();
            while (!awake && !stopped && left > 0) {
                left = called.awaitNanos(left);
            }
            awake = false;
        } catch (InterruptedException e) {
            // Whoever wants the work to end says so by stop(); the next round begins a little early.
            awake = false;
        } finally {
            lock.unlock();
        }
    }

    /** Has the next round begin now, or right after the present one. */
    public void wake() {
        lock.lock();
        try {
            awake = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the present round end, if it does so within some seconds; there is no other after it. */
    public void stop() {
        stopped = true;
        wake();
        var running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public State state() {
        var problem = failure;
        return new State(
                name,
                Instant.ofEpochMilli(lastSuccess),
                moment(failingSince),
                moment(runningSince),
                problem == null ? "" : problem.toString());
    }

    /** Whether no round has ended well for so long: it fails, or it hangs. */
    public boolean isLate(Duration limit) {
        return clock.millis() - lastSuccess > limit.toMillis();
    }

    private static @Nullable Instant moment(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
