package vn.minhbach.job;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Starts the work that this node repeats, and knows how each of it fares. */
@ApplicationScoped
public class Repeater {

    /** Threads that know the portal's names, its database and its transactions. */
    @Resource
    ManagedThreadFactory managed;

    private final Clock clock;
    private final ThreadFactory threads;
    private final List<Repeating> all = new CopyOnWriteArrayList<>();

    @Inject
    Repeater(Clock clock) {
        this.clock = clock;
        threads = work -> managed.newThread(work);
    }

    /** For tests: the threads are the given ones, or none at all if the test does the rounds itself. */
    public Repeater(Clock clock, ThreadFactory threads) {
        this.clock = clock;
        this.threads = threads;
    }

    @SuppressWarnings("NullAway") // for the proxy alone
    protected Repeater() {
        this(Clock.systemUTC());
    }

    /**
     * Begins a work at once; there is a rest of so long after each of its rounds.
     *
     * @param name what the log, the thread and the health check call it
     */
    public Repeating every(String name, Duration period, Repeating.Work work) {
        var repeating = new Repeating(name, period, work, clock);
        all.add(repeating);
        repeating.start(threads);
        return repeating;
    }

    /** How everything that was begun fares. */
    public List<Repeating.State> states() {
        return all.stream().map(Repeating::state).toList();
    }

    @PreDestroy
    void stop() {
        all.forEach(Repeating::stop);
    }
}
