package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/**
 * Sweeps away the files of citizens that nobody needs: those of forms that were not sent in time; bytes that belong to nothing, since the
 * portal went down before it said that they are there, or since what they belonged to was destroyed; and what was being looked at when it went down.
 */
@ApplicationScoped
public class SweepEnclosures implements Job.Often {

    private static final Logger LOG = Logger.getLogger(SweepEnclosures.class.getName());
    private static final Duration EVERY = Duration.ofHours(1);

    /** Bytes that are younger may belong to a form that is just being taken in. */
    private static final Duration LOST = Duration.ofDays(1);

    /** Longer than anybody sends or looks at a file. */
    private static final Duration WORK = Duration.ofHours(1);

    private static final int BATCH = 200;

    @Inject
    EnclosureService service;

    @Inject
    EnclosureStore store;

    @Inject
    Clock clock;

    protected SweepEnclosures() {}

    /** Without a server, for tests. */
    SweepEnclosures(EnclosureService service, EnclosureStore store, Clock clock) {
        this.service = service;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-enclosures";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        Acting.asPortal(this::sweep);
    }

    void sweep() {
        try {
            for (var place : service.forget()) {
                store.delete(place);
            }
            var old = store.placesBefore(clock.instant().minus(LOST));
            for (var from = 0; from < old.size(); from += BATCH) {
                delete(service.lost(old.subList(from, Math.min(old.size(), from + BATCH))));
            }
            store.clean(clock.instant().minus(WORK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(List<String> lost) throws IOException {
        for (var place : lost) {
            store.delete(place);
        }
        if (!lost.isEmpty()) {
            LOG.log(Level.INFO, "{0} files that belonged to nothing were swept away", lost.size());
        }
    }
}
