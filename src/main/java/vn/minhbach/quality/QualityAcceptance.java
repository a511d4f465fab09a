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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.History;
import vn.minhbach.shared.Text;

/** An editor's word that a finding may stay, and why. It holds as long as source and page say the same. */
@Entity
@Table(name = "quality_acceptance")
public class QualityAcceptance {

    static final String KIND = "quality-acceptance";

    private static final int LONGEST_TITLE = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quality_acceptance_seq")
    @SequenceGenerator(name = "quality_acceptance_seq", sequenceName = "quality_acceptance_seq", allocationSize = 50)
    private @Nullable Long id;

    private String code = "";

    private String title = "";

    @Enumerated(EnumType.STRING)
    private Fault fault = Fault.UNREAD;

    private String mark = "";

    private String reason = "";

    @Column(name = "accepted_at")
    private Instant acceptedAt = Instant.EPOCH;

    @Column(name = "accepted_by")
    private String acceptedBy = "";

    protected QualityAcceptance() {}

    QualityAcceptance(QualityFinding finding, String reason, Instant now, String by) {
        code = finding.getCode();
        title = Text.shorten(finding.getTitle(), LONGEST_TITLE);
        fault = finding.getFault();
        mark = finding.getMark();
        this.reason = reason;
        acceptedAt = now;
        acceptedBy = by;
    }

    /** As it was before it was withdrawn. */
    QualityAcceptance(Map<String, String> state) {
        code = of(state, "code");
        title = of(state, ".title");
        fault = Fault.valueOf(of(state, "fault"));
        mark = of(state, ".mark");
        reason = of(state, "reason");
        acceptedAt = Instant.parse(of(state, ".acceptedAt"));
        acceptedBy = of(state, ".acceptedBy");
    }

    private static String of(Map<String, String> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }

    History.Row row() {
        return new History.Row(KIND, String.valueOf(id), title);
    }

    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        state.put("code", code);
        state.put("fault", fault.name());
        state.put("reason", reason);
        state.put(".title", title);
        state.put(".mark", mark);
        state.put(".acceptedAt", acceptedAt.toString());
        state.put(".acceptedBy", acceptedBy);
        return state;
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

    String getMark() {
        return mark;
    }

    public String getReason() {
        return reason;
    }

    public Instant getAcceptedAt() {
        return acceptedAt;
    }

    public String getAcceptedBy() {
        return acceptedBy;
    }
}
