package vn.minhbach.searchdesk;

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
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;

/** Writes the counts down once a minute and when the portal stops. What could not be written is lost: these are only counts. */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CountKeeper {

    private static final Logger LOG = Logger.getLogger(CountKeeper.class.getName());

    @Inject
    SearchDeskService service;

    @Resource
    ManagedScheduledExecutorService executor;

    private @Nullable ScheduledFuture<?> keeping;

    @PostConstruct
    void start() {
        Acting.asPortal(service::addWordsOfFirstStart);
        keeping = executor.scheduleWithFixedDelay(this::keep, 60, 60, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (keeping != null) {
            keeping.cancel(false);
        }
        keep();
    }

    /** Runs on the timer; an exception that left it would end the timer, so none does. */
    void keep() {
        try {
            Acting.asPortal(service::keepCounts);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Counts of searches could not be written", e);
        }
    }
}
