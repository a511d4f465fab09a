package vn.minhbach.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.minhbach.shared.UnavailableException;

/**
 * Who makes a page does so when it is their turn: at most two pages per processor are in the making, the others wait in the order
 * in which they came. Made all at the same time none would be ready earlier, for they share the processors, and some would be
 * overtaken again and again. (Two, because a page that waits for the database needs no processor.)
 *
 * <p>It is a courtesy, not a lock: who has waited for long goes ahead, so a few pages that hang hold up nobody. Unless all of
 * them hang, because the database is away: then nobody waits and nobody goes ahead, so that the threads of the server are
 * left to those whose pages are in memory.
 */
public final class Turns {

    private final Semaphore free;
    private final long longestWaitMillis;

    public Turns() {
        this(2 * Runtime.getRuntime().availableProcessors(), 5_000);
    }

    /**
     * @param atOnce so many have their turn at the same time
     * @param longestWaitMillis who has waited so long goes ahead
     */
    public Turns(int atOnce, long longestWaitMillis) {
        free = new Semaphore(atOnce, true);
        this.longestWaitMillis = longestWaitMillis;
    }

    /** Waits for a turn, which ends with {@link Turn#close}. */
    public Turn take() {
        return take(() -> false);
    }

    /**
     * The same for pages that may be hopeless.
     *
     * @param hopeless whether pages can hardly be made now
     * @throws UnavailableException if they can hardly, and others are trying already
     */
    public Turn take(BooleanSupplier hopeless) {
        try {
            var wait = hopeless.getAsBoolean() ? 0 : longestWaitMillis;
            if (free.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                return free::release;
            }
            if (hopeless.getAsBoolean()) {
                throw new UnavailableException(UnavailableException.Part.PORTAL);
            }
            return () -> {};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }

    /** Somebody's turn; it lasts until it is closed. */
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
