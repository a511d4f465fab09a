package vn.minhbach.inbox;

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
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.legal.Certainty;
import vn.minhbach.shared.Time;

/**
 * How long what citizens sent of one kind is kept with who sent it: so many months after the last thing that was done with it, on this
 * basis, from this day on. The newest row that is in force counts.
 */
@Entity
@Table(name = "inbox_retention")
public class Retention {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_retention_seq")
    @SequenceGenerator(name = "inbox_retention_seq", sequenceName = "inbox_retention_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "kind_key")
    private String kind = "";

    private int months = 1;

    @Column(name = "on_request")
    private boolean onRequest;

    private String basis = "";

    @Enumerated(EnumType.STRING)
    private Certainty certainty = Certainty.UNVERIFIED;

    private boolean applied;

    @Column(name = "valid_from")
    private LocalDate validFrom = LocalDate.EPOCH;

    private String note = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected Retention() {}

    Retention(Map<String, String> values, Instant now, String by) {
        write(values, now, by);
    }

    final void write(Map<String, String> values, Instant now, String by) {
        kind = values.getOrDefault(RetentionStore.OF, "");
        months = Integer.parseInt(values.getOrDefault(RetentionStore.MONTHS, ""));
        onRequest = YesNo.is(values, RetentionStore.ON_REQUEST);
        basis = values.getOrDefault(RetentionStore.BASIS, "");
        certainty = Certainty.valueOf(values.getOrDefault(RetentionStore.CERTAINTY, ""));
        applied = YesNo.is(values, RetentionStore.APPLIED);
        validFrom = LocalDate.parse(values.getOrDefault(RetentionStore.FROM, ""));
        note = values.getOrDefault(RetentionStore.NOTE, "");
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        var values = new HashMap<String, String>();
        values.put(RetentionStore.OF, kind);
        values.put(RetentionStore.MONTHS, Integer.toString(months));
        values.put(RetentionStore.ON_REQUEST, YesNo.of(onRequest));
        values.put(RetentionStore.BASIS, basis);
        values.put(RetentionStore.CERTAINTY, certainty.name());
        values.put(RetentionStore.APPLIED, YesNo.of(applied));
        values.put(RetentionStore.FROM, validFrom.toString());
        values.put(RetentionStore.NOTE, note);
        return new KeptRow(getId(), version, 0, values, updatedAt, updatedBy);
    }

    /** The row that counts for a kind on a day; empty if what was sent is kept for good. */
    static Optional<Retention> of(List<Retention> rows, String kind, LocalDate day) {
        return rows.stream()
                .filter(row -> row.applied && row.kind.equals(kind) && !row.validFrom.isAfter(day))
                .reduce((earlier, later) -> later.validFrom.isBefore(earlier.validFrom) ? earlier : later);
    }

    /** Whatever was last touched before this moment is to be let go of by the end of a day. */
    Instant before(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Time.ZONE).minusMonths(months).toInstant();
    }

    /** The first day on which something is not kept any more. */
    LocalDate until(Instant last) {
        return ZonedDateTime.ofInstant(last, Time.ZONE).plusMonths(months).toLocalDate();
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public String getKind() {
        return kind;
    }

    public int getMonths() {
        return months;
    }

    /** Whether it may go earlier because the sender asks for it. */
    public boolean isOnRequest() {
        return onRequest;
    }

    public String getBasis() {
        return basis;
    }

    boolean isApplied() {
        return applied;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }
}
