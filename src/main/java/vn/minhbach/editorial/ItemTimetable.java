package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.minhbach.job.Jobs;

/** The timetable as {@code job} keeps it: done once, by whichever node looks first, and caught up after downtime. */
@ApplicationScoped
class ItemTimetable implements Timetable {

    @Inject
    Jobs jobs;

    @Inject
    ReleaseItems release;

    @Inject
    ExpireItems expire;

    @Override
    public void release(Item item, Instant when) {
        jobs.once(release, Due.of(item, when).toString(), when);
    }

    @Override
    public void expire(Item item, Instant when) {
        jobs.once(expire, Due.of(item, when).toString(), when);
    }
}
