package vn.minhbach.change;

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
import vn.minhbach.job.Repeater;
import vn.minhbach.job.Repeating;

/**
 * Looks at the head of the change log four times a second and tells the followers when it has moved.
 *
 * <p>It asks the database rather than listening to events of this server: changes also come from other nodes and from
 * commands such as the import, and one way for all is one way to be right. It looks at the mark of the last change too, so a
 * log that fell back, as after a restore, and has grown to the same length since is noticed.
 */
@Singleton
@Startup
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeWatch {

    private static final Duration PERIOD = Duration.ofMillis(250);

    @Inject
    ChangeLog log;

    @Inject
    LogView view;

    @Inject
    Followers followers;

    @Inject
    Repeater repeater;

    private @Nullable Repeating watching;

    @PostConstruct
    void start() {
        watching = repeater.every("change-watch", PERIOD, this::look);
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.stop();
        }
    }

    void look() {
        var head = log.head();
        if (head.equals(view.head())) {
            followers.remind();
        } else {
            followers.advanced();
        }
        // Last, so that all are told again if the telling itself came to nothing.
        view.saw(head);
    }
}
