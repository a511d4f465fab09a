package vn.minhbach;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Follower;
import vn.minhbach.search.SearchService;

/** Lets a test wait until the search index has followed the change log, woken by the index itself. */
@ApplicationScoped
public class IndexWatch implements Follower {

    private static final long PATIENCE_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition refreshed = lock.newCondition();

    @Inject
    ChangeLog log;

    @Inject
    SearchService search;

    @Override
    public Phase phase() {
        return Phase.PAGES;
    }

    @Override
    public void follow() {
        lock.lock();
        try {
            refreshed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once everything published so far can be found. */
    public void awaitIndex() throws InterruptedException {
        var position = log.position();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (search.state().position() < position) {
                var left = end - System.nanoTime();
                assertTrue(left > 0, "The index did not follow: " + search.state());
                refreshed.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            }
        } finally {
            lock.unlock();
        }
    }
}
