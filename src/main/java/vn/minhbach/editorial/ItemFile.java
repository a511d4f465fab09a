package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says that a version of an item shows or offers an attachment, so that the file becomes public and vanishes with it. */
@Entity
@Table(name = "item_file")
@IdClass(ItemFile.Key.class)
public class ItemFile {

    @Id
    @Column(name = "item_id", updatable = false)
    private long itemId;

    @Id
    @Column(updatable = false)
    private int version;

    @Id
    @Column(name = "attachment_id", updatable = false)
    private long attachmentId;

    protected ItemFile() {}

    ItemFile(long itemId, int version, long attachmentId) {
        this.itemId = itemId;
        this.version = version;
        this.attachmentId = attachmentId;
    }

    /** What such a row is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long itemId;
        private int version;
        private long attachmentId;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same
                    && itemId == same.itemId
                    && version == same.version
                    && attachmentId == same.attachmentId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(itemId, version, attachmentId);
        }
    }
}
