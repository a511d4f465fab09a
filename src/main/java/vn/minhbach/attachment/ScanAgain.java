package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;

/** Asks the virus scanner each night about files that it could not be asked about when they came. */
@ApplicationScoped
public class ScanAgain implements Job.Daily {

    @Inject
    AttachmentService attachments;

    @Override
    public String name() {
        return "scan-again";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 20);
    }

    @Override
    public void run() {
        Acting.asPortal(attachments::rescan);
    }
}
