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

/**
 * What somebody has typed into the form of an item and not saved yet, as they typed it: kept every few seconds, so that it survives the
 * end of a session, a crash of the browser, a restart of the server. It is theirs alone, and goes when they save or give it up.
 */
@Entity
@Table(name = "item_working_copy")
@IdClass(WorkingCopy.Key.class)
public class WorkingCopy {

    @Id
    @Column(updatable = false)
    private String person = "";

    @Id
    @Column(updatable = false)
    private String kind = "";

    /** The id of the item, or what the browser called one that is not there yet. */
    @Id
    @Column(name = "copy_key", updatable = false)
    private String key = "";

    @Column(name = "base_version")
    private int baseVersion;

    private String title = "";

    private String content = "";

    @Column(name = "kept_at")
    private Instant keptAt = Instant.EPOCH;

    protected WorkingCopy() {}

    WorkingCopy(String person, String kind, String key) {
        this.person = person;
        this.kind = kind;
        this.key = key;
    }

    void keep(int baseVersion, String title, String content, Instant now) {
        this.baseVersion = baseVersion;
        this.title = title;
        this.content = content;
        this.keptAt = now;
    }

    public String getKey() {
        return key;
    }

    /** The version on which they work; 0 for an item that is not there yet. */
    public int getBaseVersion() {
        return baseVersion;
    }

    public String getTitle() {
        return title;
    }

    /** JSON: the fields of the form by their names. */
    public String getContent() {
        return content;
    }

    public Instant getKeptAt() {
        return keptAt;
    }

    /** What a copy is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String person = "";
        private String kind = "";
        private String key = "";

        public Key() {}

        Key(String person, String kind, String key) {
            this.person = person;
            this.kind = kind;
            this.key = key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same
                    && person.equals(same.person)
                    && kind.equals(same.kind)
                    && key.equals(same.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(person, kind, key);
        }
    }
}
