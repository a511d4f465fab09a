package vn.minhbach.inbox;

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

/** Forgets once in a while the proofs of work that hold no longer, so that there are never more than a few hours bring. */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class UsedProofKeeper {

    private static final Duration PERIOD = Duration.ofMinutes(20);

    @Inject
    UsedProofService service;

    @Inject
    Repeater repeater;

    private @Nullable Repeating keeping;

    @PostConstruct
    void start() {
        keeping = repeater.every("used proofs", PERIOD, () -> Acting.asPortal(service::forgetOld));
    }

    @PreDestroy
    void stop() {
        if (keeping != null) {
            keeping.stop();
        }
    }
}
