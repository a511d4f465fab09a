package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.minhbach.job.Jobs;

/** Sets the alarm in the table of jobs, where whichever node comes first finds it. */
@ApplicationScoped
class JobAlarm implements Alarm {

    @Inject
    Jobs jobs;

    @Inject
    Delivery delivery;

    @Override
    public void set(long letter, int turn, Instant when) {
        jobs.once(delivery, Delivery.about(letter, turn), when);
    }
}
