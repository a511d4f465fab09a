package vn.minhbach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.store.LostFiles;

/**
 * What jobs could not do and people have to look at, each job's last word. A job that throws is tried again and needs nobody; here stands what it went
 * on without, or what it did not dare to do. The staff that keeps the portal running sees it first thing.
 */
@ApplicationScoped
@Transactional
public class Troubles {

    private static final Logger LOG = Logger.getLogger(Troubles.class.getName());

    @Inject
    TroubleRepository repository;

    @Inject
    Clock clock;

    protected Troubles() {}

    /** The same for whoever holds a transaction of their own. */
    public static Troubles over(EntityManager em, Clock clock) {
        var over = new Troubles();
        over.repository = new TroubleRepository(em);
        over.clock = clock;
        return over;
    }

    /**
     * Tells of a trouble, instead of what the same job told before.
     *
     * @param key of a sentence of the bundles
     * @param given what stands in its gaps; nothing that a citizen wrote
     */
    public void tell(String job, String key, String... given) {
        var known = repository.find(job).orElse(null);
        var trouble = known == null ? new Trouble(job, clock.instant().truncatedTo(ChronoUnit.MICROS)) : known;
        trouble.say(key, List.of(given));
        if (known == null) {
            repository.add(trouble);
        }
    }

    /** The job did all of its work. */
    public void over(String job) {
        repository.find(job).ifPresent(repository::remove);
    }

    /** What came of clearing a folder of files that the database does not know. */
    public void swept(String job, String folder, LostFiles.Swept swept) {
        switch (swept.verdict()) {
            case CLEAR -> {
                if (swept.setAside() > 0 || swept.putBack() > 0) {
                    LOG.log(
                            Level.INFO,
                            "{0}: {1} files that belong to nothing were set aside in \"lost\", {2} were put back",
                            new Object[] {folder, swept.setAside(), swept.putBack()});
                }
                over(job);
            }
            case NOTHING_KNOWN -> refused(job, "job.trouble.files.none", folder, swept);
            case TOO_MANY -> refused(job, "job.trouble.files.many", folder, swept);
        }
    }

    private void refused(String job, String key, String folder, LostFiles.Swept swept) {
        LOG.log(
                Level.WARNING,
                "{0}: the database knows nothing of {1} of {2} files. Is it empty, the wrong one, or restored from an older backup?"
                        + " No file is moved or deleted until it knows them (cơ sở dữ liệu không biết các tệp này: không tệp nào bị chuyển hay xóa)",
                new Object[] {folder, swept.lost(), swept.all()});
        tell(job, key, folder, Long.toString(swept.lost()), Long.toString(swept.all()));
    }

    /** What is not over yet, the oldest first. */
    public List<Trouble> all() {
        return repository.all();
    }
}
