package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Sees each hour to the files that were brought to be imported: to those that broke off, and to those that nobody needs any more. */
@ApplicationScoped
public class TidyImports implements Job.Often {

    @Inject
    ImportDesk desk;

    @Override
    public String name() {
        return "tidy-imports";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Acting.asPortal(() -> {
            try {
                desk.tidy();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
