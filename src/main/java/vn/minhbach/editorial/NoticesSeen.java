package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far a person has read what they were told: all that was told before this moment. What they read of later ones is {@link NoticeRead}. */
@Entity
@Table(name = "item_notice_seen")
public class NoticesSeen {

    @Id
    @Column(updatable = false)
    private String person = "";

    @Column(name = "read_before")
    private Instant readBefore = Instant.EPOCH;

    protected NoticesSeen() {}

    NoticesSeen(String person) {
        this.person = person;
    }

    void before(Instant moment) {
        if (moment.isAfter(readBefore)) {
            readBefore = moment;
        }
    }

    Instant getReadBefore() {
        return readBefore;
    }
}
