package vn.minhbach.quality;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.minhbach.job.Jobs;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;

/** Looks once a minute whether a page changed, and has it checked by one node if so. */
@Singleton
@Startup
@DependsOn({"Migrator", "Jobs"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class QualityWatch {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    @Inject
    QualityService service;

    @Inject
    QualityCheck check;

    @Inject
    Jobs jobs;

    @Inject
    Repeater repeater;

    @Inject
    Clock clock;

    private @Nullable Repeating watching;

    @PostConstruct
    void start() {
        watching = repeater.every("quality", PERIOD, this::look);
    }

    private void look() {
        if (service.isDue()) {
            jobs.once(check, "pages", clock.instant());
        }
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.stop();
        }
    }
}
