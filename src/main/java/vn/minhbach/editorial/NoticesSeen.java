package vn.minhbach.editorial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a person has read what they were told: up to the notice of this number. */
@Entity
@Table(name = "item_notice_seen")
public class NoticesSeen {

    @Id
    @Column(updatable = false)
    private String person = "";

    private long seen;

    protected NoticesSeen() {}

    NoticesSeen(String person) {
        this.person = person;
    }

    void upTo(long notice) {
        seen = Math.max(seen, notice);
    }

    long getSeen() {
        return seen;
    }
}
