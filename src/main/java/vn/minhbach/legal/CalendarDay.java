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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/** A day that is not what its weekday says: a holiday from Monday to Friday, or a Saturday or Sunday that is worked instead of another day. */
@Entity
@Table(name = "legal_calendar_day")
public class CalendarDay {

    /** What the day is. */
    public enum Kind {
        /** Nobody works, although it is a weekday (ngày nghỉ lễ, nghỉ bù, hoán đổi). */
        OFF,
        /** People work, although it is a weekend (ngày làm bù). */
        WORKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "legal_calendar_day_seq")
    @SequenceGenerator(name = "legal_calendar_day_seq", sequenceName = "legal_calendar_day_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "on_day")
    private LocalDate day = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(name = "day_kind")
    private Kind kind = Kind.OFF;

    private String title = "";
    private String basis = "";

    @Enumerated(EnumType.STRING)
    private Certainty certainty = Certainty.UNVERIFIED;

    /** Whether deadlines take it into account; a day that is not sure is kept without. */
    private boolean counted;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected CalendarDay() {}

    CalendarDay(Map<String, String> values, Instant now, String by) {
        write(values, now, by);
    }

    /** A day of a calendar that is made without a database. */
    public static CalendarDay of(LocalDate day, Kind kind, String title) {
        var made = new CalendarDay();
        made.day = day;
        made.kind = kind;
        made.title = title;
        made.counted = true;
        return made;
    }

    final void write(Map<String, String> values, Instant now, String by) {
        day = LocalDate.parse(values.getOrDefault("day", ""));
        kind = Kind.valueOf(values.getOrDefault("kind", ""));
        title = values.getOrDefault("title", "");
        basis = values.getOrDefault("basis", "");
        certainty = Certainty.valueOf(values.getOrDefault("certainty", ""));
        counted = values.getOrDefault("counted", "").equals(RowWords.YES);
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        return new KeptRow(
                getId(),
                version,
                0,
                Map.of(
                        "day",
                        day.toString(),
                        "kind",
                        kind.name(),
                        "title",
                        title,
                        "basis",
                        basis,
                        "certainty",
                        certainty.name(),
                        "counted",
                        RowWords.yes(counted)),
                updatedAt,
                updatedBy);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    public LocalDate getDay() {
        return day;
    }

    public Kind getKind() {
        return kind;
    }

    public String getTitle() {
        return title;
    }

    /** The decision or law by which the day is what it is. */
    public String getBasis() {
        return basis;
    }

    public Certainty getCertainty() {
        return certainty;
    }

    public boolean isCounted() {
        return counted;
    }
}
