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

/** A notice that a person has read, as long as it is newer than all that {@link NoticesSeen} says of them. */
@Entity
@Table(name = "item_notice_read")
@IdClass(NoticeRead.Key.class)
public class NoticeRead {

    @Id
    @Column(updatable = false)
    private String person = "";

    @Id
    @Column(name = "notice_id", updatable = false)
    private long notice;

    /** When it was told. */
    @Column(name = "told_at", updatable = false)
    private Instant toldAt = Instant.EPOCH;

    protected NoticeRead() {}

    NoticeRead(String person, ItemNotice notice) {
        this.person = person;
        this.notice = notice.getId();
        this.toldAt = notice.getToldAt();
    }

    /** What identifies it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String person = "";
        private long notice;

        public Key() {}

        Key(String person, long notice) {
            this.person = person;
            this.notice = notice;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.person.equals(person) && key.notice == notice;
        }

        @Override
        public int hashCode() {
            return Objects.hash(person, notice);
        }
    }
}
