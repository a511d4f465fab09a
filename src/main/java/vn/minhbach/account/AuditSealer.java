package vn.minhbach.account;

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

/**
 * Seals what was written in the audit, once a second. Deeds do not wait for it: if each took its place in the chain by itself, all of
 * them would stand in one queue for as long as their transactions last.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditSealer {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject
    AuditService service;

    @Inject
    Repeater repeater;

    private @Nullable Repeating sealing;

    @PostConstruct
    void start() {
        sealing = repeater.every("audit-seal", PERIOD, this::sealAll);
    }

    @PreDestroy
    void stop() {
        if (sealing != null) {
            sealing.stop();
        }
        // What is written from now on is sealed at the next start: when an application is taken away, its data source
        // goes first.
    }

    private void sealAll() {
        Acting.asPortal(() -> {
            AuditChain.@Nullable Head last = null;
            for (var head = service.seal(); head.isPresent(); head = service.seal()) {
                last = head.get();
            }
            if (last != null) {
                service.remember(last);
            }
        });
    }
}
