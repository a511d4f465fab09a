package vn.minhbach.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * What this node has seen of the change log, for those who must not ask the database: cached pages and the health
 * check.
 */
@ApplicationScoped
public class LogView {

    /** Without a look at the log for so long, the database is taken to be away. Twenty looks would have fallen into it. */
    static final Duration LOST_AFTER = Duration.ofSeconds(5);

    private final Clock clock;
    private volatile ChangeLog.Head head = ChangeLog.Head.UNKNOWN;
    private volatile long readAt;

    @Inject
    public LogView(Clock clock) {
        this.clock = clock;
        readAt = clock.millis();
    }

    protected LogView() {
        this(Clock.systemUTC());
    }

    ChangeLog.Head head() {
        return head;
    }

    void saw(ChangeLog.Head now) {
        head = now;
        readAt = clock.millis();
    }

    /** The last position that was seen; -1 before the first look. */
    public long position() {
        return head.position();
    }

    /** Whether the log could not be read for some seconds: the database fails, or it hangs. */
    public boolean isLost() {
        return clock.millis() - readAt > LOST_AFTER.toMillis();
    }
}
