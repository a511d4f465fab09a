package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a reader without an account sees what is being written, for some days. Kept is the digest of its secret only:
 * whoever reads the database cannot use it. A link that was taken back has no row.
 */
@Entity
@Table(name = "item_preview_link")
public class PreviewLink {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_preview_link_seq")
    @SequenceGenerator(name = "item_preview_link_seq", sequenceName = "item_preview_link_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "item_id", updatable = false)
    private long itemId;

    @Column(updatable = false)
    private String digest = "";

    @Column(name = "made_by", updatable = false)
    private String madeBy = "";

    @Column(name = "made_at", updatable = false)
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "ends_at", updatable = false)
    private Instant endsAt = Instant.EPOCH;

    protected PreviewLink() {}

    PreviewLink(Item item, String digest, String madeBy, Instant madeAt, Instant endsAt) {
        this.itemId = item.getId();
        this.digest = digest;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.endsAt = endsAt;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getItemId() {
        return itemId;
    }

    /** Who made it. */
    public String getMadeBy() {
        return madeBy;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** From then on it leads nowhere. */
    public Instant getEndsAt() {
        return endsAt;
    }
}
