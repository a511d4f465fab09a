package vn.minhbach.searchdesk;

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
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;
import vn.minhbach.shared.Guarded;

/** Writes the counts down once a minute and when the portal stops. What could not be written is lost: these are only counts. */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CountKeeper {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    @Inject
    SearchDeskService service;

    @Inject
    Repeater repeater;

    private @Nullable Repeating keeping;

    @PostConstruct
    void start() {
        // Two nodes may start at once with a new list; one of them teaches it.
        Guarded.run(this, () -> Acting.asPortal(service::addNewLists));
        keeping = repeater.every("counts", PERIOD, () -> Acting.asPortal(service::keepCounts));
    }

    @PreDestroy
    void stop() {
        if (keeping != null) {
            keeping.stop();
        }
        Guarded.run(this, () -> Acting.asPortal(service::keepCounts));
    }
}
