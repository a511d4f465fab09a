package vn.minhbach.site;

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
import vn.minhbach.change.Followers;
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;

/**
 * Lets notices and banners come and go at their minute, although pages are cached. Each node knows from what it shows when the next of
 * them comes or goes, looks at the clock once a second, and then has all that is derived made again, as if the change log had moved. It
 * asks the database nothing; and since every node does so for itself, there is nothing to be caught up after a standstill.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SiteHours {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject
    Site site;

    @Inject
    Followers followers;

    @Inject
    Repeater repeater;

    @Inject
    Clock clock;

    private @Nullable Repeating watching;

    @PostConstruct
    void start() {
        watching = repeater.every("site-hours", PERIOD, this::look);
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.stop();
        }
    }

    void look() {
        var next = site.content().nextChange();
        if (next != null && !clock.instant().isBefore(next)) {
            followers.advanced();
        }
    }
}
