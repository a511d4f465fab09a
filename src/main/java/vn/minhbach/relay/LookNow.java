package vn.minhbach.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;

/** Looks at a source as soon as somebody asks for it. */
@ApplicationScoped
public class LookNow implements Job.Single, Prompt {

    @Inject
    RelayPoll poll;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "relay-look";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void look(long source) {
        jobs.once(this, Long.toString(source), clock.instant());
    }

    @Override
    public void run(String about) {
        if (about.matches("\\d{1,18}")) {
            poll.lookAt(Long.parseLong(about));
        }
    }
}
