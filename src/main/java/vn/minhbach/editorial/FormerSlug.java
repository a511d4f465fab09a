package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an item could once be found; whoever comes there is sent to where it is found now. */
@Entity
@Table(name = "item_former_slug")
@IdClass(FormerSlug.Key.class)
public class FormerSlug {

    @Id
    @Column(updatable = false)
    private String kind = "";

    @Id
    @Column(updatable = false)
    private String slug = "";

    @Column(name = "item_id", updatable = false)
    private long itemId;

    protected FormerSlug() {}

    FormerSlug(Item item) {
        this.kind = item.getKind();
        this.slug = item.getSlug();
        this.itemId = item.getId();
    }

    long getItemId() {
        return itemId;
    }

    /** What a former address is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String kind = "";
        private String slug = "";

        public Key() {}

        Key(String kind, String slug) {
            this.kind = kind;
            this.slug = slug;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && kind.equals(same.kind) && slug.equals(same.slug);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, slug);
        }
    }
}
