package vn.minhbach.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Json;

/** A row of one of the lists by which the site is run ({@link SiteKind}); what it says is a JSON document of its fields. */
@Entity
@Table(name = "site_row")
public class SiteRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site_row_seq")
    @SequenceGenerator(name = "site_row_seq", sequenceName = "site_row_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private SiteKind kind = SiteKind.NOTICE;

    private int position;

    private String content = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    protected SiteRow() {}

    SiteRow(SiteKind kind, int position) {
        this.kind = kind;
        this.position = position;
    }

    /** Says what the row says from now on. */
    final void write(Map<String, String> values, Instant now, String by) {
        content = Json.write(values);
        updatedAt = now;
        updatedBy = by;
    }

    long getId() {
        return id == null ? 0 : id;
    }

    SiteKind getKind() {
        return kind;
    }

    KeptRow toKept() {
        var values = new LinkedHashMap<String, String>();
        Json.read(content, Map.class).forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        return new KeptRow(getId(), version, position, values, updatedAt, updatedBy);
    }
}
