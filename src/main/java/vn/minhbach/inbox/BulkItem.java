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
import org.jspecify.annotations.Nullable;

/** Where one of many submissions stood before a deed was done to all of them. */
@Entity
@Table(name = "inbox_bulk_item")
public class BulkItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_bulk_item_seq")
    @SequenceGenerator(name = "inbox_bulk_item_seq", sequenceName = "inbox_bulk_item_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "bulk_id")
    private long bulk;

    @Column(name = "submission_id")
    private long submission;

    /** The version that the deed left. */
    @Column(name = "left_version")
    private long leftVersion;

    @Enumerated(EnumType.STRING)
    private InboxState state = InboxState.RECEIVED;

    @Column(name = "unit_slug")
    private String unit = "";

    private String handler = "";

    @Column(name = "keep_private")
    private boolean keepPrivate;

    private boolean suspect;

    protected BulkItem() {}

    BulkItem(long bulk, Submission before) {
        this.bulk = bulk;
        submission = before.number();
        state = before.getState();
        unit = before.getUnit();
        handler = before.getHandler();
        keepPrivate = before.isKeepPrivate();
        suspect = before.isSuspect();
    }

    void left(long version) {
        leftVersion = version;
    }

    @Nullable
    Long getId() {
        return id;
    }

    long getBulk() {
        return bulk;
    }

    long getSubmission() {
        return submission;
    }

    long getLeftVersion() {
        return leftVersion;
    }

    InboxState getState() {
        return state;
    }

    String getUnit() {
        return unit;
    }

    String getHandler() {
        return handler;
    }

    boolean isKeepPrivate() {
        return keepPrivate;
    }

    boolean isSuspect() {
        return suspect;
    }
}
