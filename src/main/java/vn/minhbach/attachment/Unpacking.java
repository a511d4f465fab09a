package vn.minhbach.attachment;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Who waits for whom where pictures and documents are unpacked. Each takes up to some hundred megabytes, and a few kilobytes of somebody who means ill
 * keep a processor busy for minutes; so only some are unpacked at a time, what strangers bring apart from the work of the staff, and nobody waits for
 * ever.
 */
public enum Unpacking {
    /** What the staff brings, and pages that it masks. */
    STAFF(1),
    /** What citizens bring. */
    STRANGERS(2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Semaphore turns;

    Unpacking(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a turn; whoever has had it says so by {@link #end}.
     *
     * @throws RuleBrokenException if there is none for a minute
     */
    void begin() {
        begin(PATIENCE);
    }

    /** The same with another patience, for tests. */
    void begin(Duration patience) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw FileType.refused("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FileType.refused("busy");
        }
    }

    void end() {
        turns.release();
    }
}
