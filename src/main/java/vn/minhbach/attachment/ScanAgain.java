package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Asks the virus scanner every few minutes about files that it could not be asked about when they came. */
@ApplicationScoped
public class ScanAgain implements Job.Often {

    /** Whoever brought one waits for it, and the scanner is seldom away for longer than it takes to start. */
    private static final Duration EVERY = Duration.ofMinutes(5);

    @Inject
    AttachmentService attachments;

    @Override
    public String name() {
        return "scan-again";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        Acting.asPortal(attachments::rescan);
    }
}
