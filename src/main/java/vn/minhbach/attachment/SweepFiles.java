package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.job.Job;
import vn.minhbach.job.Troubles;
import vn.minhbach.store.LostFiles;

/**
 * Sweeps away each night what the library holds no longer: contents of files that were removed or replaced so long ago that nobody takes it back, and
 * bytes that were written and never told of. They are set aside first, see {@link LostFiles}.
 */
@ApplicationScoped
public class SweepFiles implements Job.Daily {

    /** What the folder is called. */
    private static final String FOLDER = "uploads";

    /** No file is looked at for longer. */
    private static final Duration LOOKED_AT = Duration.ofDays(1);

    @Inject
    AttachmentService service;

    @Inject
    FileStore store;

    @Inject
    Troubles troubles;

    @Inject
    Clock clock;

    protected SweepFiles() {}

    /** Without a server, for tests. */
    SweepFiles(AttachmentService service, FileStore store, Troubles troubles, Clock clock) {
        this.service = service;
        this.store = store;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-files";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 40);
    }

    @Override
    public void run() {
        try {
            store.clean(clock.instant().minus(LOOKED_AT));
            troubles.swept(name(), FOLDER, store.lost().sweep(new Known(), clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Known implements LostFiles.Known {

        private @Nullable Set<String> lately;

        @Override
        public long files() {
            return service.count();
        }

        /** Those of files, and those that somebody may still take back. */
        @Override
        public Set<String> known(Collection<String> names) {
            var known = new HashSet<>(service.held(names));
            if (!known.containsAll(names)) {
                known.addAll(of(names, lately()));
            }
            return known;
        }

        /** Asked once a night: the whole history is read for it. */
        private Set<String> lately() {
            var known = lately;
            if (known == null) {
                known = service.toldLately();
                lately = known;
            }
            return known;
        }

        @Override
        public Set<String> givenUp(Collection<String> names) {
            return of(names, service.told());
        }

        private static Set<String> of(Collection<String> names, Set<String> those) {
            return names.stream().filter(those::contains).collect(Collectors.toSet());
        }
    }
}
