package vn.minhbach.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A part of the site's frame, kept as a JSON document under its name. */
@Entity
@Table(name = "site_block")
public class SiteBlock {

    @Id
    private String name = "";

    @Version
    private long version;

    private String content = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    protected SiteBlock() {}

    SiteBlock(String name) {
        this.name = name;
    }

    void write(String content, Instant now) {
        this.content = content;
        this.updatedAt = now;
    }

    public String getName() {
        return name;
    }

    public String getContent() {
        return content;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
