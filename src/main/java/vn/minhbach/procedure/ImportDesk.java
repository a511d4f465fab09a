package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Goes through a file that was brought to the back office, first to look at what it would change, then to do that. It reads by
 * {@link ImportFile} and does by {@link ProcedureService}, as the command does. Each batch is a transaction of its own, so a file of any
 * length takes the same memory, and whatever was told as done is done. The file waits below {@code <portal.data>/uploads/imports}, which all nodes share, until it was
 * taken over or given up.
 */
@ApplicationScoped
public class ImportDesk {

    /** In bytes; the national data take 21 million. */
    static final long LONGEST = 200L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    /** Nobody brings one file for so long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    @Inject
    ProcedureImportService imports;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data = "data";

    /**
     * Takes a file in and looks at it.
     *
     * @return its number; if it cannot be read, that is told there
     * @throws RuleBrokenException if it is empty or too long
     */
    long bring(String name, InputStream bytes) throws IOException {
        var received = receive(bytes);
        long id;
        try {
            id = imports.begin(name);
            Files.move(received, file(id));
        } finally {
            Files.deleteIfExists(received);
        }
        look(id);
        return id;
    }

    private Path receive(InputStream bytes) throws IOException {
        var temporary = Files.createTempFile(Files.createDirectories(folder()), "in", ".tmp");
        var size = 0L;
        try (var out = Files.newOutputStream(temporary)) {
            var buffer = new byte[BUFFER];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > LONGEST) {
                    throw new RuleBrokenException("procedureImport.error.long", "tep");
                }
                out.write(buffer, 0, read);
            }
            if (size == 0) {
                throw new RuleBrokenException("procedureImport.error.empty", "tep");
            }
            return temporary;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private void look(long id) {
        var report = new ImportReport();
        var looking = new Looking(id);
        try {
            var batches = new ImportBatches(report, looking);
            ImportFile.read(file(id), batches);
            batches.end();
            imports.looked(id, report.notes());
        } catch (ImportException e) {
            imports.fail(id, e.reason());
            forget(id);
        } catch (IOException | RuntimeException e) {
            imports.fail(id, stopped(e));
            forget(id);
        }
    }

    private static String stopped(Exception e) {
        return "Việc nhập dừng vì lỗi: " + e;
    }

    /** Keeps what is read, each record at its place. */
    private final class Looking implements ImportBatches.Taker {

        private final long id;
        private long place = 1;

        Looking(long id) {
            this.id = id;
        }

        @Override
        public void batch(List<ImportBatches.Numbered> good) {
            imports.look(id, place, good);
            place += good.size();
        }

        @Override
        public void refused(long line, Map<String, String> row, String reason) {
            imports.refuse(
                    id,
                    place++,
                    line,
                    row.getOrDefault(ImportColumns.CODE, ""),
                    row.getOrDefault(ImportColumns.TITLE, ""),
                    reason);
        }
    }

    /**
     * Does what was looked at. What cannot go on is told in the report; nothing is thrown but what a rule forbids.
     *
     * @throws RuleBrokenException if it was done, given up, or is being done
     */
    void apply(long id) {
        if (!Files.isRegularFile(file(id))) {
            throw new RuleBrokenException("procedureImport.error.gone");
        }
        var run = imports.start(id);
        var report = new ImportReport();
        @Nullable String failure = null;
        try {
            var batches = new ImportBatches(report, good -> apply(id, run, good, report));
            ImportFile.read(file(id), batches);
            batches.end();
        } catch (ImportException e) {
            failure = e.reason();
        } catch (IOException | RuntimeException e) {
            if (ProcedureImporter.isGone(e)) {
                // The database itself is away; it is gone on with when somebody asks again.
                throw e instanceof RuntimeException gone ? gone : new UncheckedIOException((IOException) e);
            }
            failure = stopped(e);
        }
        if (failure != null) {
            report.fail(failure);
        }
        imports.finish(id, run, report);
        forget(id);
    }

    private void apply(long id, ImportRun run, List<ImportBatches.Numbered> good, ImportReport report) {
        try {
            take(id, run, good, report);
        } catch (RuntimeException e) {
            if (ProcedureImporter.isGone(e)) {
                throw e;
            }
            // One of them is bad in a way only the database knows; find it, and keep the others.
            good.forEach(one -> applyAlone(id, run, one, report));
        }
    }

    private void applyAlone(long id, ImportRun run, ImportBatches.Numbered one, ImportReport report) {
        try {
            take(id, run, List.of(one), report);
        } catch (RuntimeException e) {
            if (ProcedureImporter.isGone(e)) {
                throw e;
            }
            var reason = "cơ sở dữ liệu từ chối: " + e.getMessage();
            report.refuse(one.line(), reason);
            imports.refuseLate(id, one.announced().code(), reason);
        }
    }

    private void take(long id, ImportRun run, List<ImportBatches.Numbered> good, ImportReport report) {
        for (var done : imports.apply(id, run, good)) {
            var taken = done.taken();
            if (taken == null) {
                report.refuse(done.line(), ProcedureImportService.CHANGED_SINCE);
            } else {
                report.take(done.line(), taken);
            }
        }
    }

    /** Gives up a file that nobody wants to take over. */
    void discard(long id) {
        imports.discard(id);
        forget(id);
    }

    /** Removes files that nobody needs any more, and what of one had come when the server went down. */
    void tidy() throws IOException {
        imports.tidy();
        if (!Files.isDirectory(folder())) {
            return;
        }
        try (var files = Files.list(folder())) {
            for (var file : files.toList()) {
                if (isLeftOver(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isLeftOver(Path file) throws IOException {
        var name = file.getFileName().toString();
        return name.chars().allMatch(Character::isDigit)
                ? !imports.needsFile(Long.parseLong(name))
                : Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(LONGEST_UPLOAD));
    }

    private void forget(long id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return Path.of(data, "uploads", "imports");
    }

    private Path file(long id) {
        return folder().resolve(String.valueOf(id));
    }
}
