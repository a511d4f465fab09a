package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;

/**
 * Takes over each night where public content leads, looks at what of that lies within the portal, and has looked at what lies elsewhere and
 * was not for a week.
 */
@ApplicationScoped
public class WatchLinks implements Job.Daily {

    @Inject
    LinkService links;

    @Inject
    OwnAddresses own;

    @Inject
    CheckLinks check;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "watch-links";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 10);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> links.forgetOthers());
        for (var kind : links.kinds()) {
            var after = 0L;
            do {
                var last = after;
                after = Acting.asPortal(() -> links.refresh(kind, last));
            } while (after > 0);
        }
        lookInside();
        jobs.once(check, "1", clock.instant());
    }

    /** Not in the portal's name: what is asked is what readers get. Many links lead to the same few addresses. */
    void lookInside() {
        var known = new HashMap<String, Integer>();
        for (var some = links.inside(0);
                !some.isEmpty();
                some = links.inside(some.getLast().id())) {
            Map<Long, Integer> found = new HashMap<>();
            some.forEach(link -> found.put(link.id(), known.computeIfAbsent(link.address(), own::status)));
            Acting.asPortal(() -> links.answered(found));
        }
    }
}
