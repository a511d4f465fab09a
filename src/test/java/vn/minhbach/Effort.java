package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/**
 * How much work something is, counted and not timed: the bytes that it takes from memory, of which every cut of a text needs
 * as many as the cut is long. What patterns do in between is counted by PatternsTest.
 */
public final class Effort {

    /** Four times would be linear, sixteen times quadratic. */
    private static final double ALLOWED = 8;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Effort() {}

    /** Fails if four times the input is much more than four times the work. */
    public static void assertGrowsWithTheInput(int size, IntConsumer work) {
        // What is set up once does not count.
        work.accept(size);
        var little = bytes(() -> work.accept(size));
        var much = bytes(() -> work.accept(4 * size));
        assertThat(much).as("bytes for four times as much; %d before", little).isLessThan((long) (ALLOWED * little));
    }

    /** What some work takes from memory. */
    public static long bytes(Runnable work) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
