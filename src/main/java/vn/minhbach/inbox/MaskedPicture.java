package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;

/**
 * What everybody may see of a citizen's file: a picture, or a page of a document, painted anew with the places masked that an approver marked. It is
 * made anew each time and never altered. It can be had as long as the answer is public that it belongs to.
 */
@Entity
@Table(name = "inbox_masked_picture")
public class MaskedPicture {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_masked_picture_seq")
    @SequenceGenerator(
            name = "inbox_masked_picture_seq",
            sequenceName = "inbox_masked_picture_seq",
            allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "enclosure_id")
    private long enclosure;

    @Column(name = "submission_id")
    private long submission;

    private int page;

    private String place = "";

    @Column(name = "key_sealed")
    private String keySealed = "";

    @Column(name = "file_name")
    private String fileName = "";

    private String description = "";

    private String boxes = "";

    @Column(name = "media_type")
    private String mediaType = "";

    @Column(name = "size_bytes")
    private long size;

    private int width;

    private int height;

    @Column(name = "made_by")
    private String madeBy = "";

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected MaskedPicture() {}

    /** Of which file and page it is. */
    record Of(long enclosure, long submission, int page) {}

    /** What is said of it in public. */
    record Said(String fileName, String description, String boxes) {}

    MaskedPicture(Of of, String place, Said said, Enclosure.Shape shape, String madeBy, Instant madeAt) {
        enclosure = of.enclosure();
        submission = of.submission();
        page = of.page();
        this.place = place;
        fileName = said.fileName();
        description = said.description();
        boxes = said.boxes();
        mediaType = shape.mediaType();
        size = shape.size();
        width = shape.width();
        height = shape.height();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    long number() {
        return id == null ? 0 : id;
    }

    public @Nullable Long getId() {
        return id;
    }

    long getEnclosure() {
        return enclosure;
    }

    long getSubmission() {
        return submission;
    }

    public int getPage() {
        return page;
    }

    String getPlace() {
        return place;
    }

    /** Keeps its key, sealed. */
    void keep(FileKey key, FieldCipher cipher) {
        keySealed = cipher.seal(key.text(), InboxSeals.MASKED_KEY, sealedRow());
    }

    private SealedRow sealedRow() {
        return SealedRow.of("inbox_masked_picture", place, submission);
    }

    SealedValue getKeySealed() {
        return new SealedValue(InboxSeals.MASKED_KEY, sealedRow(), keySealed);
    }

    public String getFileName() {
        return fileName;
    }

    public String getDescription() {
        return description;
    }

    String getBoxes() {
        return boxes;
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

    String getMadeBy() {
        return madeBy;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
