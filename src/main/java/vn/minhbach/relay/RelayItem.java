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
        /** It was older than what is relayed when the source was first looked at, or too much came at once. */
        PASSED_OVER,
        /** Somebody wants a draft of it all the same; it is made with the next look. */
        WANTED,
        /** Somebody wanted a draft of it, and the source had it no more. */
        LOST
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

    /** The same without marks, by which it is looked for. */
    @Column(name = "title_key")
    private String titleKey = "";

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

    /** The article of the portal that says the same. */
    @Column(name = "own_id")
    private @Nullable Long ownId;

    /** When the source was found to say something else; null if it never was. */
    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    /** When the source was found to have it no more; null if it has. */
    @Column(name = "vanished_at")
    private @Nullable Instant vanishedAt;

    @Column(name = "link_checked")
    private @Nullable Instant linkChecked;

    /** How often in succession its address gave nothing, and how often it was missing in the feed between others. */
    private int misses;

    private int absences;

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
        titleKey = Text.cut(Text.fold(title), 300);
        digest = sketch.digest();
    }

    void drafted(long item) {
        state = State.DRAFTED;
        itemId = item;
        originalId = null;
        ownId = null;
    }

    void duplicateOf(RelayItem original) {
        state = State.DUPLICATE;
        originalId = original.getId();
    }

    void duplicateOf(long article) {
        state = State.DUPLICATE;
        ownId = article;
    }

    /** Whether a draft of it can still be asked for. */
    boolean isWantable() {
        return state == State.DUPLICATE || state == State.PASSED_OVER || state == State.LOST;
    }

    void want() {
        state = State.WANTED;
    }

    void lost() {
        state = State.LOST;
    }

    boolean says(Sketch sketch) {
        return digest.equals(sketch.digest());
    }

    /** The source says something else now. */
    void changed(FeedEntry entry, String linkKey, Sketch sketch, Instant now) {
        this.linkKey = linkKey;
        say(entry, sketch);
        changedAt = now;
    }

    /** Its address gives nothing. @return whether that is now believed */
    boolean missed(Instant now) {
        linkChecked = now;
        misses++;
        return misses >= MISSES && vanish(now);
    }

    /** The feed has what is older, and has it no more. @return whether that is now believed */
    boolean absent(Instant now) {
        absences++;
        return absences >= MISSES && vanish(now);
    }

    private boolean vanish(Instant now) {
        if (vanishedAt != null) {
            return false;
        }
        vanishedAt = now;
        return true;
    }

    void isThere(Instant now) {
        linkChecked = now;
        misses = 0;
    }

    /** The feed has it, perhaps again. */
    void present() {
        if (absences >= MISSES) {
            vanishedAt = null;
        }
        absences = 0;
    }

    public long getId() {
        return Objects.requireNonNullElse(id, 0L);
    }

    long getSourceId() {
        return sourceId;
    }

    String getEntryId() {
        return entryId;
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

    /** The fingerprint of all words. */
    public String getDigest() {
        return digest;
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

    /** The article of the portal that says the same; null if it is none of those. */
    public @Nullable Long getOwnId() {
        return ownId;
    }

    public @Nullable Instant getChangedAt() {
        return changedAt;
    }

    public @Nullable Instant getVanishedAt() {
        return vanishedAt;
    }
}
