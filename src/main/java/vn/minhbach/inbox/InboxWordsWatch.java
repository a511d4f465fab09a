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

/** Has each node open the words of the inbox soon after its start, and keeps them for what was taken in before there were any. */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class InboxWordsWatch {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    @Inject
    InboxWordsService service;

    @Inject
    Repeater repeater;

    private @Nullable Repeating following;

    @PostConstruct
    void start() {
        following = repeater.every("inbox-words", PERIOD, this::follow);
    }

    private void follow() {
        var more = true;
        while (more) {
            more = Acting.asPortal(service::keepMissing);
        }
        service.follow();
    }

    @PreDestroy
    void stop() {
        if (following != null) {
            following.stop();
        }
    }
}
