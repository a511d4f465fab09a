package vn.minhbach.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to published content: a picture with its text alternative, later a form or a document. The bytes lie in
 * the {@link FileStore} under their SHA-256; this row says what they are.
 */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_seq")
    @SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(updatable = false)
    private String sha256 = "";

    @NotBlank
    @Size(max = 200)
    @Column(name = "file_name")
    private String fileName = "";

    @Column(name = "media_type", updatable = false)
    private String mediaType = "";

    @Column(name = "size_bytes", updatable = false)
    private long size;

    private int width;

    private int height;

    @Size(max = 1000)
    private String alt = "";

    @Size(max = 300)
    private String credit = "";

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    protected Attachment() {}

    Attachment(StoredFile file, String fileName, String mediaType, Instant createdAt) {
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.createdAt = createdAt;
    }

    /** Says what a picture shows, for those who cannot see it, and whose picture it is. */
    public void describe(String alt, String credit, int width, int height) {
        this.alt = alt;
        this.credit = credit;
        this.width = width;
        this.height = height;
    }

    /** The id in an address that {@link #getPath()} gave; empty for any other address. */
    static Optional<Long> idIn(String address) {
        var parts = address.split("/", -1);
        return parts.length == 4 && parts[0].isEmpty() && parts[1].equals("tep") && parts[2].matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(parts[2]))
                : Optional.empty();
    }

    /** Where the file can be fetched, below the portal's own address. */
    public String getPath() {
        return "/tep/" + id + "/" + FileName.inAddress(fileName);
    }

    /** What it is known by; null until it is stored. */
    public @Nullable Long getId() {
        return id;
    }

    public String getSha256() {
        return sha256;
    }

    public String getFileName() {
        return fileName;
    }

    public String getMediaType() {
        return mediaType;
    }

    public long getSize() {
        return size;
    }

    public int getWidth() {
        return width;
    }

    public int getHeight() {
        return height;
    }

    public String getAlt() {
        return alt;
    }

    public String getCredit() {
        return credit;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
