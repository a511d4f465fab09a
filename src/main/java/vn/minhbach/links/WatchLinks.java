package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;

/**
 * Takes over each night where public content leads, looks at what of that lies within the portal, and has looked at what lies elsewhere and
 * was not for a week.
 */
@ApplicationScoped
public class WatchLinks implements Job.Daily {

    /** Of many faults the log tells some. */
    private static final int MOST_TOLD = 10;

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

    /**
     * What fails of one kind, or at one address, keeps nobody from the others; it is thrown when all is done.
     *
     * @throws RuntimeException the first fault
     */
    @Override
    public void run() {
        var faults = new Faulty();
        faults.guard(() -> Acting.asPortal(() -> links.forgetOthers()));
        links.kinds().forEach(kind -> faults.guard(() -> refresh(kind)));
        faults.guard(() -> lookInside(faults));
        jobs.once(check, "1", clock.instant());
        faults.end();
    }

    private void refresh(String kind) {
        var after = 0L;
        do {
            var last = after;
            after = Acting.asPortal(() -> links.refresh(kind, last));
        } while (after > 0);
    }

    /** Not in the portal's name: what is asked is what readers get. Many links lead to the same few addresses. */
    private void lookInside(Faulty faults) {
        var known = new HashMap<String, Integer>();
        var failed = new HashSet<String>();
        for (var some = links.inside(0);
                !some.isEmpty();
                some = links.inside(some.getLast().id())) {
            Map<Long, Integer> found = new HashMap<>();
            for (var link : some) {
                var address = link.address();
                if (!failed.contains(address)
                        && !faults.guard(() -> found.put(link.id(), known.computeIfAbsent(address, own::status)))) {
                    failed.add(address);
                }
            }
            faults.guard(() -> Acting.asPortal(() -> links.answered(found)));
        }
    }

    /** Goes on after a fault, and keeps the first. */
    private static final class Faulty {

        private @Nullable RuntimeException first;

        /** @return whether it ended well */
        boolean guard(Runnable deed) {
            try {
                deed.run();
                return true;
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (first.getSuppressed().length < MOST_TOLD) {
                    first.addSuppressed(e);
                }
                return false;
            }
        }

        void end() {
            if (first != null) {
                throw first;
            }
        }
    }
}
