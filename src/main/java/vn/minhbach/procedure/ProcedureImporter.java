package vn.minhbach.procedure;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Audit;
import vn.minhbach.shared.Text;

/**
 * Takes procedures over from a file, beside the portal: reads it, and hands what is good to the {@link ProcedureService}, a batch at a
 * time. The service is the portal's own; only the transaction and the line in the audit, which the container sees to there, are held here. A batch
 * with its rows of the change log is one transaction: whatever was told as saved is saved, whatever was not is as if it had never been
 * read. Reading the same file again changes nothing.
 */
public final class ProcedureImporter {

    private final EntityManager em;
    private final ProcedureService procedures;
    private final Audit audit;
    private final IntConsumer saved;
    private final ImportReport report = new ImportReport();

    /** @param saved is told after each batch how many lines were dealt with for good */
    public ProcedureImporter(EntityManager em, Clock clock, IntConsumer saved) {
        this.em = em;
        this.procedures = new ProcedureService(em, clock);
        this.audit = new Audit(em, clock);
        this.saved = saved;
    }

    /**
     * Imports a file. However it ends, the run is given an end, unless the database is gone too; then the next run does that.
     *
     * @throws ImportException if nothing of the file can be taken over
     */
    public ImportReport run(Path file) throws IOException, ImportException {
        var name = Text.line(file.getFileName().toString());
        var run = inTransaction(() -> {
            audit.done(Actor.PORTAL, new Audit.Deed(Permission.KEEP_PROCEDURES.name(), "ProcedureImporter.run", name));
            return procedures.beginImport(name);
        });
        try {
            var batches = new ImportBatches(report, batch -> flush(run, batch));
            ImportFile.read(file, batches);
            batches.end();
        } catch (Throwable e) {
            report.fail(e instanceof ImportException refused ? refused.reason() : "Việc nhập dừng vì lỗi: " + e);
            try {
                end(run);
            } catch (RuntimeException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        end(run);
        return report;
    }

    private void end(ImportRun run) {
        inTransaction(() -> {
            procedures.endImport(run, report);
            return run;
        });
    }

    private void flush(ImportRun run, List<ImportBatches.Numbered> batch) {
        try {
            save(run, batch);
        } catch (RuntimeException e) {
            if (isGone(e)) {
                throw e;
            }
            // One of them is bad in a way only the database knows; find it, and keep the others.
            batch.forEach(one -> saveAlone(run, one));
        }
        saved.accept(report.read());
    }

    private void saveAlone(ImportRun run, ImportBatches.Numbered one) {
        try {
            save(run, List.of(one));
        } catch (RuntimeException e) {
            if (isGone(e)) {
                throw e;
            }
            report.refuse(one.line(), "cơ sở dữ liệu từ chối: " + e.getMessage());
        }
    }

    /** Whether the database itself is out of reach, so that no other line would fare better. */
    static boolean isGone(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLNonTransientConnectionException
                    || at instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08")
                                    || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private void save(ImportRun run, List<ImportBatches.Numbered> records) {
        var taken = inTransaction(() -> procedures.takeOver(
                run, records.stream().map(ImportBatches.Numbered::announced).toList()));
        for (var i = 0; i < taken.size(); i++) {
            report.take(records.get(i).line(), taken.get(i));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        var transaction = em.getTransaction();
        transaction.begin();
        try {
            var result = work.get();
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            em.clear();
        }
    }
}
