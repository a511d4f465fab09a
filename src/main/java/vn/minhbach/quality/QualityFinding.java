package vn.minhbach.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.procedure.Procedure;

/** A finding as it is kept for the desk, until its page is checked again. */
@Entity
@Table(name = "quality_finding")
public class QualityFinding {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quality_finding_seq")
    @SequenceGenerator(name = "quality_finding_seq", sequenceName = "quality_finding_seq", allocationSize = 50)
    private @Nullable Long id;

    private String code = "";

    private String title = "";

    @Enumerated(EnumType.STRING)
    private Fault fault = Fault.UNREAD;

    private String source = "";

    private String shown = "";

    private String mark = "";

    @Column(name = "found_at")
    private Instant foundAt = Instant.EPOCH;

    protected QualityFinding() {}

    QualityFinding(Procedure procedure, Finding finding, Instant now) {
        code = procedure.getCode();
        title = procedure.getTitle();
        fault = finding.fault();
        source = finding.source();
        shown = finding.shown();
        mark = finding.mark();
        foundAt = now;
    }

    public long getId() {
        return Objects.requireNonNull(id);
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public Fault getFault() {
        return fault;
    }

    public String getSource() {
        return source;
    }

    public String getShown() {
        return shown;
    }

    String getMark() {
        return mark;
    }
}
