package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * Imports of the back office: what a file would change is kept before any of it is done, and only what was looked at is done. A step is
 * a batch of records; {@link ImportDesk} goes through the file.
 */
@ApplicationScoped
@Transactional
public class ProcedureImportService {

    static final String KIND = "procedure-import";

    private static final int SHOWN = 20;

    /** Why a record is left out that somebody has looked at. */
    static final String CHANGED_SINCE =
            "dữ liệu trên Cổng hoặc trong tệp đã khác lúc xem trước nên không nhập; hãy xem trước lại tệp";

    /** What is told of a file that was being read when the server went down. */
    static final String BROKEN_OFF = "Máy chủ dừng trong khi đọc tệp; hãy đưa lại tệp để xem trước";

    @Inject
    ImportRepository imports;

    @Inject
    ProcedureService procedures;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same on a database that a test has. */
    static ProcedureImportService over(
            EntityManager em, ProcedureService procedures, CurrentActor actors, Clock clock) {
        var over = new ProcedureImportService();
        over.imports = new ImportRepository(em);
        over.procedures = procedures;
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /** Notes that a file is being looked at; gives its number. */
    @Permit(Permission.KEEP_PROCEDURES)
    public long begin(@Subject String fileName) {
        var preview = new ImportPreview(Text.line(fileName), now(), actors.get().name());
        imports.add(preview);
        return preview.getId();
    }

    /**
     * Keeps what a batch of good records would change.
     *
     * @param place of the first of them
     */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void look(long id, long place, List<ImportBatches.Numbered> good) {
        var preview = locked(id, ImportPreview.State.READING);
        var judged = procedures.judge(
                good.stream().map(ImportBatches.Numbered::announced).toList());
        for (var i = 0; i < judged.size(); i++) {
            keep(preview, new ImportLine(id, place + i, good.get(i).line(), judged.get(i)));
        }
        preview.touch(now());
        imports.forget();
    }

    /** Keeps that a record is refused, and why. */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void refuse(long id, long place, long line, String code, String title, String reason) {
        keep(locked(id, ImportPreview.State.READING), new ImportLine(id, place, line, code, title, reason));
    }

    private void keep(ImportPreview preview, ImportLine line) {
        imports.add(line);
        preview.count(line.getOutcome());
    }

    /** The file was looked at to its end. */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void looked(long id, String notes) {
        locked(id, ImportPreview.State.READING).become(ImportPreview.State.READY, notes, now());
    }

    /** It could not be read, or not to its end. */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void fail(@Subject long id, String reason) {
        lock(id).become(ImportPreview.State.FAILED, reason, now());
    }

    /** Gives up a file that nobody wants to take over. */
    @Permit(Permission.KEEP_PROCEDURES)
    public void discard(@Subject long id) {
        var preview = lock(id);
        if (!preview.canApply(now())) {
            throw new RuleBrokenException("procedureImport.error.state");
        }
        preview.become(ImportPreview.State.DISCARDED, "", now());
    }

    /** Begins to take a file over, or goes on where that was cut off. */
    @Permit(Permission.KEEP_PROCEDURES)
    public ImportRun start(@Subject long id) {
        var preview = lock(id);
        if (!preview.canApply(now())) {
            throw new RuleBrokenException("procedureImport.error.state");
        }
        preview.become(ImportPreview.State.APPLYING, "", now());
        return procedures.beginImport(preview.getFileName());
    }

    /**
     * Takes a batch over, of which only what was looked at: whatever the portal or the file says otherwise since is left out and told.
     *
     * @return what became of each, in the order given; nothing of those that were left out
     */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public List<Done> apply(long id, ImportRun run, List<ImportBatches.Numbered> good) {
        var preview = locked(id, ImportPreview.State.APPLYING);
        var judged = procedures.judge(
                good.stream().map(ImportBatches.Numbered::announced).toList());
        var lines = imports
                .good(id, good.stream().map(each -> each.announced().code()).toList())
                .stream()
                .collect(Collectors.toMap(ImportLine::getCode, line -> line));
        var meant = new ArrayList<ImportBatches.Numbered>();
        var done = new ArrayList<Done>();
        var left = 0;
        for (var i = 0; i < judged.size(); i++) {
            var line = lines.get(judged.get(i).announced().code());
            if (line == null || judged.get(i).outcome() == ImportReport.Outcome.WITHDRAWN) {
                continue;
            }
            if (line.isStill(judged.get(i))) {
                meant.add(good.get(i));
            } else if (judged.get(i).outcome() == ImportReport.Outcome.UNCHANGED) {
                // It is so already: this goes on where it was cut off.
                line.end(ImportLine.Fate.DONE, "");
            } else {
                line.end(ImportLine.Fate.STALE, CHANGED_SINCE);
                done.add(new Done(good.get(i).line(), null));
                left++;
            }
        }
        var taken = procedures.takeOver(
                run, meant.stream().map(ImportBatches.Numbered::announced).toList());
        for (var i = 0; i < taken.size(); i++) {
            var line = lines.get(taken.get(i).code());
            if (line != null) {
                line.end(
                        ImportLine.Fate.DONE,
                        taken.get(i).draftKept() && taken.get(i).outcome() == ImportReport.Outcome.CHANGED
                                ? ImportReport.draftKept(taken.get(i).code())
                                : "");
            }
            done.add(new Done(meant.get(i).line(), taken.get(i)));
        }
        preview.leaveOut(left);
        preview.touch(now());
        imports.forget();
        return done;
    }

    /**
     * A record that was dealt with.
     *
     * @param taken what became of it; null if it was left out, for it was another when it was looked at
     */
    public record Done(long line, ProcedureService.@Nullable Taken taken) {}

    /** Keeps that a record was refused while it was taken over. */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void refuseLate(long id, String code, String reason) {
        imports.good(id, List.of(code)).forEach(line -> line.end(ImportLine.Fate.REFUSED, reason));
    }

    /** The file was taken over to its end. */
    @Permit(value = Permission.KEEP_PROCEDURES, audited = false)
    public void finish(long id, ImportRun run, ImportReport report) {
        locked(id, ImportPreview.State.APPLYING).become(ImportPreview.State.DONE, report.text(), now());
        procedures.endImport(run, report);
    }

    /**
     * Says of files whose reading broke off with the server that it did, so that somebody brings them again, and forgets those that
     * nobody has touched for a quarter of a year.
     */
    @Permit(Permission.RUN_PORTAL)
    public void tidy() {
        var now = now();
        imports.abandoned(now.minus(ImportPreview.LONGEST_STEP))
                .forEach(preview -> preview.become(ImportPreview.State.FAILED, BROKEN_OFF, now));
        imports.forgetUntouchedSince(now.minus(ImportPreview.KEPT));
    }

    private ImportPreview lock(long id) {
        return imports.lock(id).orElseThrow(() -> new NotFoundException(KIND, String.valueOf(id)));
    }

    private ImportPreview locked(long id, ImportPreview.State state) {
        var preview = lock(id);
        if (preview.getState() != state) {
            throw new RuleBrokenException("procedureImport.error.state");
        }
        return preview;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ImportPreview get(long id) {
        return imports.find(id).orElseThrow(() -> new NotFoundException(KIND, String.valueOf(id)));
    }

    /** Whether it can be taken over, or given up, now. */
    public boolean canApply(long id) {
        return get(id).canApply(now());
    }

    /** Whether somebody may still want to read the file. */
    @Permit(value = Permission.RUN_PORTAL, audited = false)
    public boolean needsFile(long id) {
        return imports.find(id)
                .filter(preview -> Set.of(
                                ImportPreview.State.READING, ImportPreview.State.READY, ImportPreview.State.APPLYING)
                        .contains(preview.getState()))
                .isPresent();
    }

    /** The files that were brought last, the newest first. */
    public List<ImportPreview> newest() {
        return imports.newest(SHOWN);
    }

    /** The places of the records with an outcome, in the order of the file. */
    public List<Long> places(long id, ImportLine.Outcome outcome) {
        return imports.places(id, outcome);
    }

    /** The records at these places, in any order. */
    public List<ImportLine> lines(long id, Collection<Long> places) {
        return imports.lines(id, places);
    }
}
