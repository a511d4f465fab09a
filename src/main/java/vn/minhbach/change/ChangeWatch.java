package vn.minhbach.change;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the head of the change log four times a second and tells the followers when it has moved.
 *
 * <p>It asks the database rather than listening to events of this server: changes also come from other nodes and from
 * commands such as the import, and one way for all is one way to be right.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class.getName());
    private static final long PERIOD_MILLIS = 250;

    @Inject
    ChangeLog log;

    @Inject
    Event<LogAdvanced> advanced;

    @Resource
    ManagedScheduledExecutorService executor;

    private volatile long seen = -1;
    private volatile boolean failing;
    private @Nullable ScheduledFuture<?> watching;

    @PostConstruct
    void start() {
        watching = executor.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(false);
        }
    }

    /** Runs on the timer; an exception that left it would end the timer, so none does. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    void look() {
        try {
            var position = log.position();
            if (position != seen) {
                var changedAt =
                        log.at(position).map(ContentChange::getChangedAt).orElse(Instant.EPOCH);
                advanced.fire(new LogAdvanced(position, changedAt));
                seen = position;
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "The change log could not be read; trying again", e);
            }
            failing = true;
        }
    }
}
