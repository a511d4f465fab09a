package vn.minhbach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has this node repeat work, and knows how each of it fares. Whoever comes before the database is ready waits until
 * {@link RepeaterStart} has begun; and all threads are made by one that belongs to the portal, because the server hands on to a
 * new thread what the one that makes it knows, and a thread of the server's own (of a health check, say) knows no database.
 */
@ApplicationScoped
public class Repeater {

    private final Clock clock;
    private final List<Repeating> all = new CopyOnWriteArrayList<>();
    private final Queue<Repeating> toStart = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Repeating starter;
    private volatile boolean stopped;

    @Inject
    public Repeater(Clock clock) {
        this.clock = clock;
    }

    protected Repeater() {
        this(Clock.systemUTC());
    }

    /**
     * Begins a work as soon as the portal has started; there is a rest of so long after each of its rounds.
     *
     * @param name what the log, the thread and the health check call it
     */
    public Repeating every(String name, Duration period, Repeating.Work work) {
        var repeating = new Repeating(name, period, work, clock);
        all.add(repeating);
        toStart.add(repeating);
        var begun = starter;
        if (begun != null) {
            begun.wake();
        }
        return repeating;
    }

    /** How everything that was begun fares. */
    public List<Repeating.State> states() {
        return all.stream().map(Repeating::state).toList();
    }

    void begin(ThreadFactory threads) {
        var fresh = new Repeating("repeater", Duration.ofMinutes(1), () -> startThreads(threads), clock);
        starter = fresh;
        fresh.start(threads);
    }

    private void startThreads(ThreadFactory threads) {
        for (var next = toStart.peek(); next != null && !stopped; next = toStart.peek()) {
            next.start(threads);
            toStart.remove(next);
        }
    }

    /** Lets all rounds end. */
    void stop() {
        stopped = true;
        var begun = starter;
        if (begun != null) {
            begun.stop();
        }
        all.forEach(Repeating::end);
        all.forEach(Repeating::stop);
    }
}
