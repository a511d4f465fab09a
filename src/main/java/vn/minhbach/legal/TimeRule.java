package vn.minhbach.legal;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/**
 * What the law says of one step of one kind of matter: so many days, on this basis, for what was received from this day till that one. A
 * rule of which it is not settled whether it governs is kept beside the others and not applied.
 */
@Entity
@Table(name = "legal_time_rule")
public class TimeRule {

    /** A step of handling that has a limit. */
    public enum Step {
        /** Refusing to take the matter up. */
        REFUSE,
        /** Asking the sender for what is missing. */
        ASK_MORE,
        /** Passing it on to the body that is competent. */
        TRANSFER,
        /** Telling the sender that it was taken up, and when the answer is to be expected. */
        TELL,
        /** Answering. */
        ANSWER,
        /** Telling the sender where it stands, again and again while the answer is late. */
        STATUS,
        /** Making the answer public once it was given. */
        PUBLISH,
        /** By how much the answer may be put off, once, with a reason. */
        EXTEND,
        /** Reminding whoever has the matter, so long before something is due: a rule of the office's own, not of the law. */
        REMIND
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "legal_time_rule_seq")
    @SequenceGenerator(name = "legal_time_rule_seq", sequenceName = "legal_time_rule_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "rule_kind")
    private String kind = "";

    @Enumerated(EnumType.STRING)
    private Step step = Step.ANSWER;

    private int amount = 1;

    @Enumerated(EnumType.STRING)
    @Column(name = "time_unit")
    private Limit.Unit unit = Limit.Unit.WORKING;

    private String basis = "";

    @Enumerated(EnumType.STRING)
    private Certainty certainty = Certainty.UNVERIFIED;

    private boolean applied;

    @Column(name = "valid_from")
    private LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    private String note = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected TimeRule() {}

    TimeRule(Map<String, String> values, Instant now, String by) {
        write(values, now, by);
    }

    final void write(Map<String, String> values, Instant now, String by) {
        kind = values.getOrDefault("kind", "");
        step = Step.valueOf(values.getOrDefault("step", ""));
        amount = Integer.parseInt(values.getOrDefault("length", ""));
        unit = Limit.Unit.valueOf(values.getOrDefault("unit", ""));
        basis = values.getOrDefault("basis", "");
        certainty = Certainty.valueOf(values.getOrDefault("certainty", ""));
        applied = values.getOrDefault("applied", "").equals(RowWords.YES);
        validFrom = LocalDate.parse(values.getOrDefault("from", ""));
        var until = values.getOrDefault("until", "");
        validUntil = until.isEmpty() ? null : LocalDate.parse(until);
        note = values.getOrDefault("note", "");
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put("kind", kind);
        values.put("step", step.name());
        values.put("length", Integer.toString(amount));
        values.put("unit", unit.name());
        values.put("basis", basis);
        values.put("certainty", certainty.name());
        values.put("applied", RowWords.yes(applied));
        values.put("from", validFrom.toString());
        values.put("until", Objects.toString(validUntil, ""));
        values.put("note", note);
        return new KeptRow(getId(), version, 0, values, updatedAt, updatedBy);
    }

    /** Whether it governs what was received on a day. */
    public boolean holds(LocalDate day) {
        var until = validUntil;
        return applied && !day.isBefore(validFrom) && (until == null || !day.isAfter(until));
    }

    public Limit limit() {
        return new Limit(amount, unit, basis);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getKind() {
        return kind;
    }

    public Step getStep() {
        return step;
    }

    public Certainty getCertainty() {
        return certainty;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public String getNote() {
        return note;
    }
}
