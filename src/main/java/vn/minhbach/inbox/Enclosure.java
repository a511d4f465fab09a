package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a citizen sent along, a photo or a PDF. While its form is not sent yet it waits, and is known by its place to that form alone; then it
 * belongs to the submission, and to the message that it came with. Its bytes lie in the {@link EnclosureStore}, sealed by a key of its own; key and
 * name lie here, sealed.
 */
@Entity
@Table(name = "inbox_enclosure")
public class Enclosure {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_enclosure_seq")
    @SequenceGenerator(name = "inbox_enclosure_seq", sequenceName = "inbox_enclosure_seq", allocationSize = 50)
    private @Nullable Long id;

    /** So that two forms that claim it at the same moment do not both believe that they have it. */
    @Version
    private long version;

    private String place = "";

    @Column(name = "form_key")
    private String formKey = "";

    @Column(name = "content_key")
    private String contentKey = "";

    /** Null while it waits. */
    @Column(name = "submission_id")
    private @Nullable Long submission;

    /** Null for what came with the submission itself. */
    @Column(name = "event_id")
    private @Nullable Long event;

    @Column(name = "name_sealed")
    private String nameSealed = "";

    @Column(name = "key_sealed")
    private String keySealed = "";

    @Column(name = "media_type")
    private String mediaType = "";

    @Column(name = "size_bytes")
    private long size;

    private int width;

    private int height;

    @Column(name = "client_key")
    private String clientKey = "";

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    protected Enclosure() {}

    /** What lies sealed of a file. */
    record Sealed(String place, String name, String key) {}

    /** By which a waiting file is found again. */
    record Keys(String form, String content, String client) {}

    /** What it is. */
    record Shape(String mediaType, long size, int width, int height) {}

    Enclosure(Sealed sealed, Keys keys, Shape shape, Instant now) {
        place = sealed.place();
        nameSealed = sealed.name();
        keySealed = sealed.key();
        formKey = keys.form();
        contentKey = keys.content();
        clientKey = keys.client();
        mediaType = shape.mediaType();
        size = shape.size();
        width = shape.width();
        height = shape.height();
        receivedAt = now;
    }

    Shape shape() {
        return new Shape(mediaType, size, width, height);
    }

    /** It was sent; from where is nobody's business any more. */
    void belong(long submission, @Nullable Long event) {
        this.submission = submission;
        this.event = event;
        clientKey = "";
    }

    boolean waits() {
        return submission == null;
    }

    long number() {
        return id == null ? 0 : id;
    }

    String getPlace() {
        return place;
    }

    String getFormKey() {
        return formKey;
    }

    String getContentKey() {
        return contentKey;
    }

    @Nullable
    Long getSubmission() {
        return submission;
    }

    @Nullable
    Long getEvent() {
        return event;
    }

    String getNameSealed() {
        return nameSealed;
    }

    String getKeySealed() {
        return keySealed;
    }

    String getClientKey() {
        return clientKey;
    }

    public @Nullable Long getId() {
        return id;
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

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }
}
