package vn.minhbach.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/** Somebody who can be reached at a unit: what they are there, what they see to, how to reach them. */
@Entity
@Table(name = "unit_person")
public class UnitPerson {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unit_person_seq")
    @SequenceGenerator(name = "unit_person_seq", sequenceName = "unit_person_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "unit_id")
    private long unitId;

    private int position;

    private String name = "";
    private String post = "";
    private String duties = "";
    private String phone = "";
    private String email = "";
    private String picture = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected UnitPerson() {}

    UnitPerson(long unitId, int position) {
        this.unitId = unitId;
        this.position = position;
    }

    final void write(Map<String, String> values, Instant now, String by) {
        name = values.getOrDefault("name", "");
        post = values.getOrDefault("post", "");
        duties = values.getOrDefault("duties", "");
        phone = values.getOrDefault("phone", "");
        email = values.getOrDefault("email", "");
        picture = values.getOrDefault("picture", "");
        updatedAt = now;
        updatedBy = by;
    }

    KeptRow toKept() {
        return new KeptRow(
                getId(),
                version,
                position,
                Map.of(
                        "name", name, "post", post, "duties", duties, "phone", phone, "email", email, "picture",
                        picture),
                updatedAt,
                updatedBy);
    }

    long getId() {
        return id == null ? 0 : id;
    }

    long getUnitId() {
        return unitId;
    }

    public String getName() {
        return name;
    }

    public String getPost() {
        return post;
    }

    public String getDuties() {
        return duties;
    }

    public String getPhone() {
        return phone;
    }

    public String getEmail() {
        return email;
    }

    public String getPicture() {
        return picture;
    }
}
