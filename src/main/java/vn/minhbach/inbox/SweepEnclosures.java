package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.job.Troubles;
import vn.minhbach.store.LostFiles;

/**
 * Sweeps away the files of citizens that nobody needs: those of forms that were not sent in time; bytes that belong to nothing, since the
 * portal went down before it said that they are there, or since what they belonged to was destroyed; and what was being looked at when it went down.
 * Bytes that belong to nothing are set aside first, and where it looks as if the database were not the one that belongs to them nothing is touched
 * ({@link LostFiles}).
 */
@ApplicationScoped
public class SweepEnclosures implements Job.Often {

    private static final Duration EVERY = Duration.ofHours(1);

    /** Longer than anybody sends or looks at a file. */
    private static final Duration WORK = Duration.ofHours(1);

    private static final int BATCH = 200;

    /** What the folder is called. */
    private static final String FOLDER = "enclosures";

    @Inject
    EnclosureService service;

    @Inject
    EnclosureStore store;

    @Inject
    Troubles troubles;

    @Inject
    Clock clock;

    protected SweepEnclosures() {}

    /** Without a server, for tests. */
    SweepEnclosures(EnclosureService service, EnclosureStore store, Troubles troubles, Clock clock) {
        this.service = service;
        this.store = store;
        this.troubles = troubles;
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
            var destroyed = service.destroyed();
            var swept = store.lost().sweep(new Known(Set.copyOf(destroyed)), clock.instant());
            troubles.swept(name(), FOLDER, swept);
            forget(destroyed.stream().filter(place -> !store.has(place)).toList());
            store.clean(clock.instant().minus(WORK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(List<String> gone) {
        for (var from = 0; from < gone.size(); from += BATCH) {
            service.forgetDestroyed(gone.subList(from, Math.min(gone.size(), from + BATCH)));
        }
    }

    private final class Known implements LostFiles.Known {

        private final Set<String> destroyed;

        Known(Set<String> destroyed) {
            this.destroyed = destroyed;
        }

        @Override
        public long files() {
            return service.count();
        }

        @Override
        public Set<String> known(Collection<String> names) {
            return service.known(names);
        }

        @Override
        public Set<String> givenUp(Collection<String> names) {
            return names.stream().filter(destroyed::contains).collect(Collectors.toSet());
        }
    }
}
