package vn.minhbach.editorial;

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

/**
 * A deed that was done with an item, as it stays with the item for good: which version was public on a given day can be told from
 * these, and from nothing else.
 */
@Entity
@Table(name = "item_step")
public class ItemStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_step_seq")
    @SequenceGenerator(name = "item_step_seq", sequenceName = "item_step_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "item_id", updatable = false)
    private long itemId;

    @Column(name = "done_at", updatable = false)
    private Instant doneAt = Instant.EPOCH;

    @Column(updatable = false)
    private String actor = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Deed deed = Deed.DRAFT;

    @Column(updatable = false)
    private int version;

    /** What was said to the board. */
    @Column(updatable = false)
    private String note = "";

    /** What was said to the public. */
    @Column(updatable = false)
    private String notice = "";

    protected ItemStep() {}

    ItemStep(long itemId, Instant doneAt, String actor, Deed deed, int version, String note, String notice) {
        this.itemId = itemId;
        this.doneAt = doneAt;
        this.actor = actor;
        this.deed = deed;
        this.version = version;
        this.note = note;
        this.notice = notice;
    }

    public Instant getDoneAt() {
        return doneAt;
    }

    public String getActor() {
        return actor;
    }

    public Deed getDeed() {
        return deed;
    }

    /** The version that the deed was about. */
    public int getVersion() {
        return version;
    }

    /** The reason, or a remark; empty if nothing was said. */
    public String getNote() {
        return note;
    }

    /** What the public was told with it; empty if nothing. */
    public String getNotice() {
        return notice;
    }
}
