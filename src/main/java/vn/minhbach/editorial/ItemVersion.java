package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Json;

/** What an item said at one time. Versions are numbered from 1 and never altered. */
@Entity
@Table(name = "item_version")
@IdClass(ItemVersion.Key.class)
public class ItemVersion {

    @Id
    @Column(name = "item_id", updatable = false)
    private long itemId;

    @Id
    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String author = "";

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt = Instant.EPOCH;

    @Column(updatable = false)
    private String note = "";

    @Column(updatable = false)
    private String content = "";

    protected ItemVersion() {}

    ItemVersion(long itemId, int number, String author, Instant writtenAt, String note, String content) {
        this.itemId = itemId;
        this.number = number;
        this.author = author;
        this.writtenAt = writtenAt;
        this.note = note;
        this.content = content;
    }

    public long getItemId() {
        return itemId;
    }

    public int getNumber() {
        return number;
    }

    /** The name of the account that wrote it. */
    public String getAuthor() {
        return author;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }

    /** What its author said of the change; empty if nothing. */
    public String getNote() {
        return note;
    }

    /** What it says, as the record that its kind keeps. */
    public <T> T content(Class<T> type) {
        return Json.read(content, type);
    }

    /** What a version is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long itemId;
        private int number;

        public Key() {}

        Key(long itemId, int number) {
            this.itemId = itemId;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && itemId == same.itemId && number == same.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(itemId, number);
        }
    }
}
