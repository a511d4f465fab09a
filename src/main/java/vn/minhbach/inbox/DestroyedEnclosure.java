package vn.minhbach.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A file of a citizen's, or what was public of it, that was destroyed: its key is gone, its sealed bytes still lie on the disk until they are swept away.
 * So they are told from bytes of which the database should know more.
 */
@Entity
@Table(name = "inbox_enclosure_destroyed")
public class DestroyedEnclosure {

    @Id
    private String place = "";

    protected DestroyedEnclosure() {}

    DestroyedEnclosure(String place) {
        this.place = place;
    }

    String getPlace() {
        return place;
    }
}
