package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.Text;

/** What one record of a file would change, as it was looked at: only that is done. */
@Entity
@Table(name = "import_line")
@IdClass(ImportLine.Key.class)
public class ImportLine {

    /** What of a change is shown; what is done is the whole. */
    private static final int SHOWN = 20_000;

    /** What all changes of a record together may take. */
    private static final int LONGEST = 900_000;

    /** What the record would do. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** What became of it. */
    public enum Fate {
        /** Nothing yet. */
        WAITING,
        /** It is as the record says. */
        DONE,
        /** It was left out, for the procedure was changed after it was looked at. */
        STALE,
        /** It was refused while it was taken over. */
        REFUSED
    }

    @Id
    @Column(name = "preview_id", updatable = false)
    private long previewId;

    @Id
    @Column(updatable = false)
    private long place;

    @Column(updatable = false)
    private long line;

    @Column(updatable = false)
    private String code = "";

    @Column(updatable = false)
    private String title = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Outcome outcome = Outcome.REFUSED;

    private String reason = "";

    /** Whether somebody was writing a newer version of the procedure. */
    @Column(updatable = false)
    private boolean draft;

    @Column(updatable = false)
    private String seen = "";

    @Column(updatable = false)
    private String mark = "";

    @Column(updatable = false)
    private String changes = "";

    @Enumerated(EnumType.STRING)
    private Fate fate = Fate.WAITING;

    protected ImportLine() {}

    /** A record that is good. */
    ImportLine(long previewId, long place, long line, ProcedureService.Judgement judged) {
        this.previewId = previewId;
        this.place = place;
        this.line = line;
        this.code = judged.announced().code();
        this.title = Text.cut(judged.announced().procedure().title(), 300);
        this.draft = judged.draftOpen();
        this.seen = judged.mark();
        this.mark = Procedure.fingerprint(judged.announced().procedure());
        this.outcome = switch (judged.outcome()) {
            case ADDED -> Outcome.ADDED;
            case CHANGED -> Outcome.CHANGED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case WITHDRAWN -> Outcome.REFUSED;
        };
        if (outcome == Outcome.REFUSED) {
            this.reason = ImportReport.WITHDRAWN_HERE;
        } else if (outcome == Outcome.CHANGED) {
            this.changes = written(judged.changes());
        }
    }

    /** A record that is refused. */
    ImportLine(long previewId, long place, long line, String code, String title, String reason) {
        this.previewId = previewId;
        this.place = place;
        this.line = line;
        this.code = Text.cut(Text.line(code), 40);
        this.title = Text.cut(Text.line(title), 300);
        this.reason = Text.cut(reason, 2_000);
    }

    private static String written(List<PartChange> changes) {
        var shown = changes.stream()
                .map(change -> new PartChange(
                        change.part(), Text.shorten(change.before(), SHOWN), Text.shorten(change.after(), SHOWN)))
                .toList();
        var json = Json.write(shown);
        return json.length() <= LONGEST
                ? json
                : Json.write(changes.stream()
                        .map(change -> new PartChange(
                                change.part(), Text.shorten(change.before(), 500), Text.shorten(change.after(), 500)))
                        .toList());
    }

    /** Whether what was looked at is what is there, and would be done. */
    boolean isStill(ProcedureService.Judgement now) {
        return outcome.name().equals(now.outcome().name())
                && seen.equals(now.mark())
                && mark.equals(Procedure.fingerprint(now.announced().procedure()));
    }

    void end(Fate fate, String reason) {
        this.fate = fate;
        this.reason = Text.cut(reason, 2_000);
    }

    public long getPlace() {
        return place;
    }

    /** Where it stands in the file. */
    public long getLine() {
        return line;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public String getReason() {
        return reason;
    }

    public boolean isDraft() {
        return draft;
    }

    public Fate getFate() {
        return fate;
    }

    /** What the record says differently, part by part; nothing of a record that only its source words differ. */
    List<PartChange> changes() {
        return changes.isEmpty() ? List.of() : List.copyOf(Arrays.asList(Json.read(changes, PartChange[].class)));
    }

    /** What a line is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long previewId;
        private long place;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && previewId == same.previewId && place == same.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(previewId, place);
        }
    }
}
