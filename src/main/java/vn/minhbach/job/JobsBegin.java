package vn.minhbach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

/** Has the jobs begin when the server has the whole application: it makes {@link Jobs} before that, with the migration. */
@ApplicationScoped
class JobsBegin {

    @Inject
    Jobs jobs;

    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        jobs.begin();
    }
}
