package vn.minhbach.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a page was checked, and by which edition of the checks. */
@Entity
@Table(name = "quality_checked")
public class QualityChecked {

    @Id
    private String code = "";

    private int edition;

    @Column(name = "checked_at")
    private Instant checkedAt = Instant.EPOCH;

    protected QualityChecked() {}

    QualityChecked(String code) {
        this.code = code;
    }

    void now(int edition, Instant at) {
        this.edition = edition;
        checkedAt = at;
    }
}
