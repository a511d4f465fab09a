package vn.minhbach.procedure;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final int BATCH = 100;

    private final EntityManager em;
    private final ProcedureService procedures;
    private final Audit audit;
    private final IntConsumer saved;
    private final ImportReport report = new ImportReport();
    private final Map<String, Long> linesByCode = new HashMap<>();
    private final List<Numbered> batch = new ArrayList<>();

    /** A good record and the line it stands on. */
    private record Numbered(long line, ProcedureService.Announced announced) {}

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
            ImportFile.read(file, visitor(run));
            flush(run);
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

    private ImportFile.Visitor visitor(ImportRun run) {
        return new ImportFile.Visitor() {
            @Override
            public void row(ImportRow row) {
                take(run, row);
            }

            @Override
            public void unreadable(long line, String reason) {
                report.readLine();
                report.refuse(line, reason);
            }

            @Override
            public void note(String sentence) {
                report.note(sentence);
            }
        };
    }

    private void take(ImportRun run, ImportRow row) {
        report.readLine();
        try {
            var procedure = CrawledProcedure.parse(row, report);
            var earlier = linesByCode.putIfAbsent(procedure.code(), row.line());
            if (earlier != null) {
                throw row.refusal(
                        ImportColumns.CODE,
                        "mã " + procedure.code() + " đã có ở dòng " + earlier + "; hãy bỏ một dòng");
            }
            batch.add(
                    new Numbered(row.line(), new ProcedureService.Announced(procedure, new SourceText(row.values()))));
        } catch (ImportException e) {
            report.refuse(row.line(), e.reason());
        }
        if (batch.size() >= BATCH) {
            flush(run);
        }
    }

    private void flush(ImportRun run) {
        try {
            save(run, batch);
        } catch (RuntimeException e) {
            if (isGone(e)) {
                throw e;
            }
            // One of them is bad in a way only the database knows; find it, and keep the others.
            batch.forEach(one -> saveAlone(run, one));
        }
        batch.clear();
        saved.accept(report.read());
    }

    private void saveAlone(ImportRun run, Numbered one) {
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
    private static boolean isGone(Throwable thrown) {
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

    private void save(ImportRun run, List<Numbered> records) {
        inTransaction(() -> procedures.takeOver(
                        run, records.stream().map(Numbered::announced).toList()))
                .forEach(report::count);
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
