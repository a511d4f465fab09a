package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** One run of the import, as the back office shows it. A run that was killed has no end until the next one begins and gives it one. */
@Entity
@Table(name = "import_run")
public class ImportRun {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_run_seq")
    @SequenceGenerator(name = "import_run_seq", sequenceName = "import_run_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "file_name")
    private String fileName = "";

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "lines_read")
    private int linesRead;

    private int added;
    private int changed;
    private int unchanged;
    private int refused;

    /** The report in words, as it was printed. */
    private String report = "";

    protected ImportRun() {}

    ImportRun(String fileName, Instant startedAt) {
        this.fileName = Text.cut(fileName, 300);
        this.startedAt = startedAt;
    }

    /** A batch is saved. */
    void count(List<ImportReport.Outcome> outcomes) {
        added += Collections.frequency(outcomes, ImportReport.Outcome.ADDED);
        changed += Collections.frequency(outcomes, ImportReport.Outcome.CHANGED);
        unchanged += Collections.frequency(outcomes, ImportReport.Outcome.UNCHANGED);
    }

    void finish(ImportReport counted, Instant now) {
        linesRead = counted.read();
        added = counted.added();
        changed = counted.changed();
        unchanged = counted.unchanged();
        refused = counted.refused();
        end(counted.text(), now);
    }

    /** Ends, and says how. */
    void end(String why, Instant now) {
        report = Text.cut(why, 100_000);
        finishedAt = now;
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getFileName() {
        return fileName;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public @Nullable Instant getFinishedAt() {
        return finishedAt;
    }

    public int getLinesRead() {
        return linesRead;
    }

    public int getAdded() {
        return added;
    }

    public int getChanged() {
        return changed;
    }

    public int getUnchanged() {
        return unchanged;
    }

    public int getRefused() {
        return refused;
    }

    public String getReport() {
        return report;
    }
}
