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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deed that was done to many submissions at once. */
@Entity
@Table(name = "inbox_bulk")
public class Bulk {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_bulk_seq")
    @SequenceGenerator(name = "inbox_bulk_seq", sequenceName = "inbox_bulk_seq", allocationSize = 50)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private InboxDeed deed = InboxDeed.ASSIGN;

    @Column(name = "done_by")
    private String by = "";

    @Column(name = "done_at")
    private Instant at = Instant.EPOCH;

    @Column(name = "taken_back")
    private boolean takenBack;

    protected Bulk() {}

    Bulk(InboxDeed deed, String by, Instant at) {
        this.deed = deed;
        this.by = by;
        this.at = at;
    }

    void takeBack() {
        takenBack = true;
    }

    long number() {
        return id == null ? 0 : id;
    }

    InboxDeed getDeed() {
        return deed;
    }

    String getBy() {
        return by;
    }

    Instant getAt() {
        return at;
    }

    boolean isTakenBack() {
        return takenBack;
    }
}
