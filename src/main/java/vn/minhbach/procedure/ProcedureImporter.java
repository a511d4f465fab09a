package vn.minhbach.procedure;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;

/**
 * Takes procedures over from a file into the database, a batch at a time. A batch with its rows of the change log is one
 * transaction: whatever was told as saved is saved, whatever was not is as if it had never been read. Reading the same file
 * again changes nothing.
 */
public final class ProcedureImporter {

    private static final int BATCH = 100;

    private final EntityManager em;
    private final ProcedureRepository procedures;
    private final ChangeLog changes;
    private final Clock clock;
    private final IntConsumer saved;
    private final ImportReport report = new ImportReport();
    private final Map<String, Long> linesByCode = new HashMap<>();
    private final List<Numbered> batch = new ArrayList<>();

    /** A good record and the line it stands on. */
    private record Numbered(long line, ProcedureRecord procedure, SourceText source) {}

    /** @param saved is told after each batch how many lines were dealt with for good */
    public ProcedureImporter(EntityManager em, Clock clock, IntConsumer saved) {
        this.em = em;
        this.procedures = new ProcedureRepository(em);
        this.changes = new ChangeLog(em, clock);
        this.clock = clock;
        this.saved = saved;
    }

    public ImportReport run(Path file) throws IOException, ImportException {
        var run = new ImportRun(file.getFileName().toString(), clock.instant());
        inTransaction(() -> procedures.add(run));
        ImportFile.read(file, new ImportFile.Visitor() {
            @Override
            public void row(ImportRow row) {
                take(row);
            }

            @Override
            public void unreadable(long line, String reason) {
                report.readLine();
                report.refuse(line, reason);
            }
        });
        flush();
        inTransaction(() -> em.merge(run).finish(report, clock.instant()));
        return report;
    }

    private void take(ImportRow row) {
        report.readLine();
        try {
            var procedure = CrawledProcedure.parse(row, report);
            var earlier = linesByCode.putIfAbsent(procedure.code(), row.line());
            if (earlier != null) {
                throw new ImportException("mã " + procedure.code() + " đã có ở dòng " + earlier);
            }
            batch.add(new Numbered(row.line(), procedure, new SourceText(row.values())));
        } catch (ImportException e) {
            report.refuse(row.line(), e.reason());
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        try {
            save(batch);
        } catch (RuntimeException e) {
            if (isGone(e)) {
                throw e;
            }
            // One of them is bad in a way only the database knows; find it, and keep the others.
            batch.forEach(this::saveAlone);
        }
        batch.clear();
        saved.accept(report.read());
    }

    private void saveAlone(Numbered one) {
        try {
            save(List.of(one));
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

    private void save(List<Numbered> records) {
        var outcomes = new ArrayList<ImportReport.Outcome>();
        inTransaction(() -> {
            var known = procedures
                    .byCodes(records.stream().map(one -> one.procedure().code()).toList())
                    .stream()
                    .collect(Collectors.toMap(Procedure::getCode, one -> one, (a, b) -> a, LinkedHashMap::new));
            var sources = procedures.sources(known.keySet()).stream()
                    .collect(Collectors.toMap(ProcedureSource::getCode, one -> one));
            var touched = new ArrayList<String>();
            for (var one : records) {
                var outcome = save(
                        one,
                        known.get(one.procedure().code()),
                        sources.get(one.procedure().code()));
                outcomes.add(outcome);
                if (outcome != ImportReport.Outcome.UNCHANGED) {
                    touched.add(one.procedure().code());
                }
            }
            changes.published(ProcedureService.KIND, touched);
        });
        outcomes.forEach(report::count);
    }

    private ImportReport.Outcome save(Numbered one, @Nullable Procedure known, @Nullable ProcedureSource source) {
        var now = clock.instant();
        var isNews = source == null || source.accept(one.source(), now);
        if (source == null) {
            procedures.add(new ProcedureSource(one.procedure().code(), one.source(), now));
        }
        if (known == null) {
            procedures.add(new Procedure(one.procedure(), now));
            return ImportReport.Outcome.ADDED;
        }
        if (isNews) {
            known.sourceChanged(now);
        }
        return known.accept(one.procedure(), now) || isNews
                ? ImportReport.Outcome.CHANGED
                : ImportReport.Outcome.UNCHANGED;
    }

    private void inTransaction(Runnable work) {
        var transaction = em.getTransaction();
        transaction.begin();
        try {
            work.run();
            transaction.commit();
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            em.clear();
        }
    }
}
