package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** A file that somebody brought to the back office, with what it would change, and what became of it. */
@Entity
@Table(name = "import_preview")
public class ImportPreview {

    /** After so long without a step nobody is working on it any more: the server went down. */
    static final Duration STILL = Duration.ofMinutes(2);

    /** Between two steps of reading a file, however long its next batch takes. */
    static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    /** How long it can be looked up what a file did, or would have done. */
    static final Duration KEPT = Duration.ofDays(90);

    /** Where it stands. */
    public enum State {
        /** Is being read. */
        READING,
        /** Was read; waits for somebody to say that it is to be taken over. */
        READY,
        /** Is being taken over. */
        APPLYING,
        /** Was taken over. */
        DONE,
        /** Could not be read, or not to its end. */
        FAILED,
        /** Somebody has looked at it and does not want it. */
        DISCARDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_preview_seq")
    @SequenceGenerator(name = "import_preview_seq", sequenceName = "import_preview_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "file_name", updatable = false)
    private String fileName = "";

    @Column(name = "made_at", updatable = false)
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by", updatable = false)
    private String madeBy = "";

    @Enumerated(EnumType.STRING)
    private State state = State.READING;

    @Column(name = "touched_at")
    private Instant touchedAt = Instant.EPOCH;

    @Column(name = "lines_read")
    private int linesRead;

    private int added;
    private int changed;
    private int unchanged;
    private int refused;
    private int stale;

    private String report = "";

    protected ImportPreview() {}

    ImportPreview(String fileName, Instant now, String madeBy) {
        this.fileName = Text.cut(fileName, 300);
        this.madeAt = now;
        this.touchedAt = now;
        this.madeBy = madeBy;
    }

    void count(ImportLine.Outcome outcome) {
        linesRead++;
        switch (outcome) {
            case ADDED -> added++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
    }

    void leaveOut(int lines) {
        stale += lines;
    }

    void touch(Instant now) {
        touchedAt = now;
    }

    void become(State next, String report, Instant now) {
        state = next;
        touchedAt = now;
        if (!report.isEmpty()) {
            this.report = Text.cut(report, 100_000);
        }
    }

    /** Whether it can be taken over now: nobody has, and nobody is about to. */
    boolean canApply(Instant now) {
        return state == State.READY || state == State.APPLYING && touchedAt.isBefore(now.minus(STILL));
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getFileName() {
        return fileName;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    public String getMadeBy() {
        return madeBy;
    }

    public State getState() {
        return state;
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

    /** How many were left out because the portal had changed since they were looked at. */
    public int getStale() {
        return stale;
    }

    /** What is to be said of it in words. */
    public String getReport() {
        return report;
    }
}
