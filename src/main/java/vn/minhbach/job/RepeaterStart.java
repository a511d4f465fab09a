package vn.minhbach.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Lets the repeated work begin once the database has its form, and end before the portal does. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class RepeaterStart {

    @Inject
    Repeater repeater;

    /** Threads that know the portal's names, its database and its transactions. */
    @Resource
    ManagedThreadFactory threads;

    @PostConstruct
    void start() {
        repeater.begin(threads);
    }

    @PreDestroy
    void stop() {
        repeater.stop();
    }
}
