package vn.minhbach.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One row of the change log: something that the public can see is new, different, or gone, or is to be derived again. Never
 * altered.
 */
@Entity
@Table(name = "content_change")
public class ContentChange {

    /** What happened to the content. */
    public enum Action {
        /** It is to be seen now, for the first time or in a new form. */
        PUBLISHED,
        /** It is to be seen no longer. */
        WITHDRAWN,
        /** It is not public itself, but what is derived from published content depends on it. Nothing was published. */
        TOUCHED
    }

    @Id
    private long position;

    private String kind = "";

    @Column(name = "content_id")
    private String contentId = "";

    @Enumerated(EnumType.STRING)
    private Action action = Action.PUBLISHED;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    protected ContentChange() {}

    ContentChange(long position, String kind, String contentId, Action action, Instant changedAt) {
        this.position = position;
        this.kind = kind;
        this.contentId = contentId;
        this.action = action;
        this.changedAt = changedAt;
    }

    public long getPosition() {
        return position;
    }

    /** The kind of content, the same word as {@code SearchSource.kind()}. */
    public String getKind() {
        return kind;
    }

    /** What the content is known by within its kind: a code or a number, never what may change. */
    public String getContentId() {
        return contentId;
    }

    public Action getAction() {
        return action;
    }

    /** Tells this row from a row at the same position of another database, or of one restored from a backup. */
    public String mark() {
        return kind + ":" + contentId + "@" + changedAt;
    }

    public Instant getChangedAt() {
        return changedAt;
    }
}
