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
 * Tells a member of the board that something was done with an item: one person, or all who have a right where it stands. Who that is
 * is asked when it is read, so whoever joins the board later finds it too.
 */
@Entity
@Table(name = "item_notice")
public class ItemNotice {

    /** What happened. */
    public enum Event {
        /** A deed of the table was done. */
        DEED,
        /** The day has come on which somebody wanted it to be looked at again. */
        REVIEW_DUE,
        /** The place from where it was relayed says something else by now. */
        SOURCE_CHANGED,
        /** The place from where it was relayed has it no more. */
        SOURCE_VANISHED,
        /** A file that its public version shows or offers was replaced. */
        FILE_REPLACED,
        /** The virus scanner refused a file that it shows or offers: nobody is given it. */
        FILE_REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_notice_seq")
    @SequenceGenerator(name = "item_notice_seq", sequenceName = "item_notice_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "told_at", updatable = false)
    private Instant toldAt = Instant.EPOCH;

    @Column(name = "item_id", updatable = false)
    private long itemId;

    @Column(updatable = false)
    private String kind = "";

    @Column(updatable = false)
    private String title = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Event event = Event.DEED;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Deed deed = Deed.REMARK;

    @Column(updatable = false)
    private String actor = "";

    @Column(updatable = false)
    private String note = "";

    /** Whom it is for; empty if for all with the right. */
    @Column(updatable = false)
    private String person = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "for_right", updatable = false)
    private Deed.@Nullable Right forRight;

    @Column(updatable = false)
    private String place = "";

    protected ItemNotice() {}

    ItemNotice(Item item, Instant toldAt, Event event, Deed deed, String actor, String note) {
        this.itemId = item.getId();
        this.kind = item.getKind();
        this.title = item.getTitle();
        this.place = item.getPlace();
        this.toldAt = toldAt;
        this.event = event;
        this.deed = deed;
        this.actor = actor;
        this.note = note;
    }

    ItemNotice to(String person) {
        this.person = person;
        return this;
    }

    ItemNotice to(Deed.Right right) {
        this.forRight = right;
        return this;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public Instant getToldAt() {
        return toldAt;
    }

    public long getItemId() {
        return itemId;
    }

    public String getKind() {
        return kind;
    }

    /** How the item was called then. */
    public String getTitle() {
        return title;
    }

    public Event getEvent() {
        return event;
    }

    public Deed getDeed() {
        return deed;
    }

    /** Who did it. */
    public String getActor() {
        return actor;
    }

    /** The reason that they gave; empty if none. */
    public String getNote() {
        return note;
    }

    String getPerson() {
        return person;
    }

    Deed.@Nullable Right getForRight() {
        return forRight;
    }

    String getPlace() {
        return place;
    }
}
