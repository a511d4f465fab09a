package vn.minhbach.relay;

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
import vn.minhbach.shared.Text;

/** A piece of news that was found in a source: what became of it here, and what the source did with it since. */
@Entity
@Table(name = "relay_item")
public class RelayItem {

    /** What became of it. */
    public enum State {
        /** There is an article of it. */
        DRAFTED,
        /** The same news is known from elsewhere. */
        DUPLICATE,
        /** It was there already when the source was first looked at, and older than what is relayed. */
        PASSED_OVER
    }

    /** What the source did since. */
    public enum Mark {
        NONE,
        CHANGED,
        VANISHED
    }

    /** A source that once could not find it may have been tired. */
    private static final int MISSES = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "relay_item_seq")
    @SequenceGenerator(name = "relay_item_seq", sequenceName = "relay_item_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "source_id", updatable = false)
    private long sourceId;

    @Column(name = "source_name", updatable = false)
    private String sourceName = "";

    @Column(name = "entry_id", updatable = false)
    private String entryId = "";

    private String link = "";

    @Column(name = "link_key")
    private String linkKey = "";

    private String title = "";

    private String digest = "";

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "found_at", updatable = false)
    private Instant foundAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private State state = State.PASSED_OVER;

    @Column(name = "item_id")
    private @Nullable Long itemId;

    @Column(name = "original_id")
    private @Nullable Long originalId;

    @Enumerated(EnumType.STRING)
    private Mark mark = Mark.NONE;

    @Column(name = "marked_at")
    private @Nullable Instant markedAt;

    @Column(name = "link_checked")
    private @Nullable Instant linkChecked;

    private int misses;

    protected RelayItem() {}

    RelayItem(RelaySource source, FeedEntry entry, String linkKey, Sketch sketch, Instant now) {
        sourceId = source.getId();
        sourceName = source.getName();
        entryId = entry.id();
        publishedAt = entry.publishedAt();
        foundAt = now;
        this.linkKey = linkKey;
        say(entry, sketch);
    }

    private void say(FeedEntry entry, Sketch sketch) {
        link = entry.link();
        title = Text.shorten(entry.title(), 300);
        digest = sketch.digest();
    }

    void drafted(long item) {
        state = State.DRAFTED;
        itemId = item;
        originalId = null;
    }

    void duplicateOf(RelayItem original) {
        state = State.DUPLICATE;
        originalId = original.getId();
    }

    boolean says(Sketch sketch) {
        return digest.equals(sketch.digest());
    }

    /** The source says something else now. */
    void changed(FeedEntry entry, String linkKey, Sketch sketch, Instant now) {
        this.linkKey = linkKey;
        say(entry, sketch);
        mark(Mark.CHANGED, now);
    }

    void missed(Instant now) {
        linkChecked = now;
        misses++;
        if (misses >= MISSES && mark != Mark.VANISHED) {
            mark(Mark.VANISHED, now);
        }
    }

    void isThere(Instant now) {
        linkChecked = now;
        misses = 0;
    }

    private void mark(Mark mark, Instant now) {
        if (state == State.DRAFTED) {
            this.mark = mark;
            markedAt = now;
        }
    }

    /** Somebody has looked at it. */
    void seen() {
        mark = Mark.NONE;
        markedAt = null;
    }

    public long getId() {
        return Objects.requireNonNullElse(id, 0L);
    }

    long getSourceId() {
        return sourceId;
    }

    public String getSourceName() {
        return sourceName;
    }

    public String getLink() {
        return link;
    }

    public String getTitle() {
        return title;
    }

    public @Nullable Instant getPublishedAt() {
        return publishedAt;
    }

    public Instant getFoundAt() {
        return foundAt;
    }

    public State getState() {
        return state;
    }

    public @Nullable Long getItemId() {
        return itemId;
    }

    public @Nullable Long getOriginalId() {
        return originalId;
    }

    public Mark getMark() {
        return mark;
    }

    public @Nullable Instant getMarkedAt() {
        return markedAt;
    }
}
