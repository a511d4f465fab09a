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
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Something that the editorial board keeps: what it is known by, where it stands, and which of its {@link ItemVersion}s the public
 * sees. What it says lies in the versions. Only {@link Items} changes it.
 *
 * <p>It is known by its id and by nothing else. The slug is where it is found, and may change.
 */
@Entity
@Table(name = "item")
public class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_seq")
    @SequenceGenerator(name = "item_seq", sequenceName = "item_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long revision;

    @Column(updatable = false)
    private String kind = "";

    /** The last part of its address. */
    @NotBlank
    @Size(max = 160)
    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
    private String slug = "";

    @Enumerated(EnumType.STRING)
    private ItemState state = ItemState.DRAFT;

    @Column(name = "published_version")
    private @Nullable Integer publishedVersion;

    @Column(name = "newest_version")
    private int newestVersion;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    protected Item() {}

    Item(String kind, String slug, Instant now) {
        this.kind = kind;
        this.slug = slug;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Counts a version that is being written, and says which number it has. */
    int revise(Instant now) {
        move(Deed.REVISE, newestVersion);
        updatedAt = now;
        return ++newestVersion;
    }

    /** Counts the first version. */
    int begin() {
        newestVersion = 1;
        return newestVersion;
    }

    /** The first date of publication is kept when it comes back after a withdrawal, or in another version. */
    void publish(int version, Instant now) {
        move(Deed.PUBLISH, version);
        publishedVersion = version;
        if (publishedAt == null) {
            publishedAt = now;
        }
        updatedAt = now;
    }

    void withdraw(Instant now) {
        move(Deed.WITHDRAW, newestVersion);
        publishedVersion = null;
        updatedAt = now;
    }

    void readdress(String slug, Instant now) {
        move(Deed.READDRESS, newestVersion);
        this.slug = slug;
        updatedAt = now;
    }

    private void move(Deed deed, int version) {
        var reasons = Transition.reasonsAgainst(this, deed, version);
        if (!reasons.isEmpty()) {
            throw new RuleBrokenException(reasons.getFirst());
        }
        state = Transition.of(state, deed).orElseThrow().to();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getKind() {
        return kind;
    }

    public String getSlug() {
        return slug;
    }

    public ItemState getState() {
        return state;
    }

    /** The number of the version that everybody sees; null if there is none. */
    public @Nullable Integer getPublishedVersion() {
        return publishedVersion;
    }

    public int getNewestVersion() {
        return newestVersion;
    }

    /** When it was first published; null if it never was. */
    public @Nullable Instant getPublishedAt() {
        return publishedAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** When anything was last done with it. */
    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
