package vn.minhbach.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The words of an attached file. A row of its own, so that handing out the file need not read them. */
@Entity
@Table(name = "attachment_text")
class AttachmentText {

    @Id
    @jakarta.persistence.Column(name = "attachment_id")
    private long attachmentId;

    private String text = "";

    protected AttachmentText() {}

    AttachmentText(long attachmentId, String text) {
        this.attachmentId = attachmentId;
        this.text = text;
    }

    long getAttachmentId() {
        return attachmentId;
    }

    String getText() {
        return text;
    }
}
