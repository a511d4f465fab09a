package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.RuleBrokenException;

/** What the editorial board publishes: it has a title, an address, and a life from draft to withdrawal. */
@MappedSuperclass
public abstract class EditorialItem {

    @Version
    private long version;

    /** The last part of the item's address. It stays as it is once the item was public, so that links keep working. */
    @NotBlank
    @Size(max = 160)
    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
    private String slug = "";

    @NotBlank
    @Size(max = 300)
    private String title = "";

    @Enumerated(EnumType.STRING)
    private EditorialStatus status = EditorialStatus.DRAFT;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    protected EditorialItem() {}

    protected EditorialItem(String slug, String title, Instant now) {
        this.slug = slug;
        this.title = title;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Makes the item public. The first date of publication is kept when it comes back after a withdrawal. */
    public void publish(Instant now) {
        moveTo(EditorialStatus.PUBLISHED);
        if (publishedAt == null) {
            publishedAt = now;
        }
        updatedAt = now;
    }

    /** Takes the item back; who follows an old link learns that it was withdrawn. */
    public void withdraw(Instant now) {
        moveTo(EditorialStatus.WITHDRAWN);
        updatedAt = now;
    }

    private void moveTo(EditorialStatus next) {
        if (!status.next().contains(next)) {
            throw new RuleBrokenException("editorial.error.step");
        }
        status = next;
    }

    protected void touch(Instant now) {
        updatedAt = now;
    }

    public String getSlug() {
        return slug;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public EditorialStatus getStatus() {
        return status;
    }

    public boolean isPublished() {
        return status == EditorialStatus.PUBLISHED;
    }

    /** When it was first published; null for a draft. */
    public @Nullable Instant getPublishedAt() {
        return publishedAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
