package vn.minhbach.attachment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is said of an {@link Attachment}. */
public class FileForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Size(max = 1000)
    private String alt = "";

    @Size(max = 1000)
    private String caption = "";

    @Size(max = 300)
    private String credit = "";

    @NotNull
    private String focus = Focus.CENTER;

    public FileForm() {}

    FileForm(Attachment attachment) {
        alt = attachment.getAlt();
        caption = attachment.getCaption();
        credit = attachment.getCredit();
        focus = attachment.getFocus();
    }

    public String getAlt() {
        return alt;
    }

    public void setAlt(@Nullable String alt) {
        this.alt = alt == null ? "" : alt;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(@Nullable String caption) {
        this.caption = caption == null ? "" : caption;
    }

    public String getCredit() {
        return credit;
    }

    public void setCredit(@Nullable String credit) {
        this.credit = credit == null ? "" : credit;
    }

    public String getFocus() {
        return focus;
    }

    public void setFocus(String focus) {
        this.focus = focus;
    }
}
