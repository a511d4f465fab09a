package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.minhbach.access.Acting;
import vn.minhbach.job.Job;
import vn.minhbach.job.Troubles;

/**
 * Lets go, each night, of the senders of what was kept long enough, of each by itself: one that cannot be let go of holds up no other. It is tried
 * again every night, and the staff is told of it until it is done. Lets go as well of half answers that nobody came back for. Done twice it finds
 * nothing more to do.
 */
@ApplicationScoped
public class AnonymiseOld implements Job.Daily {

    private static final Logger LOG = Logger.getLogger(AnonymiseOld.class.getName());

    /** So many are named to the staff; the log names all. */
    private static final int NAMED = 10;

    @Inject
    RetentionService service;

    @Inject
    InboxDraftService drafts;

    @Inject
    Troubles troubles;

    protected AnonymiseOld() {}

    /** Without a server, for tests. */
    AnonymiseOld(RetentionService service, InboxDraftService drafts, Troubles troubles) {
        this.service = service;
        this.drafts = drafts;
        this.troubles = troubles;
    }

    @Override
    public String name() {
        return "inbox-retention";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 40);
    }

    @Override
    public void run() {
        Acting.asPortal(drafts::forgetOld);
        var failed = new ArrayList<Long>();
        var last = 0L;
        for (var due = service.due(last); !due.isEmpty(); due = service.due(last)) {
            for (var id : due) {
                if (!isLetGo(id)) {
                    failed.add(id);
                }
            }
            last = due.getLast();
        }
        if (failed.isEmpty()) {
            troubles.over(name());
        } else {
            troubles.tell(name(), "job.trouble.retention", Integer.toString(failed.size()), named(failed));
        }
    }

    private boolean isLetGo(long id) {
        try {
            Acting.asPortal(() -> service.anonymise(id));
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "The sender of submission " + id + " is not let go of; tried again tomorrow");
            return false;
        }
    }

    private static String named(List<Long> numbers) {
        return numbers.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                + (numbers.size() > NAMED ? ", …" : "");
    }
}
