package vn.minhbach.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What an import file said of a procedure, word by word: what the page says can be laid beside it at any time. A procedure that was
 * not imported, or before sources were kept, has none.
 */
@Entity
@Table(name = "procedure_source")
public class ProcedureSource {

    @Id
    private String code = "";

    @Convert(converter = SourceTextConverter.class)
    private SourceText text = SourceText.NONE;

    @Column(name = "taken_at")
    private Instant takenAt = Instant.EPOCH;

    protected ProcedureSource() {}

    ProcedureSource(String code, SourceText text, Instant now) {
        this.code = code;
        accept(text, now);
    }

    /** @return whether it says anything else than before */
    final boolean accept(SourceText now, Instant at) {
        if (now.equals(text)) {
            return false;
        }
        text = now;
        takenAt = at;
        return true;
    }

    public String getCode() {
        return code;
    }

    public SourceText getText() {
        return text;
    }

    public Instant getTakenAt() {
        return takenAt;
    }
}
