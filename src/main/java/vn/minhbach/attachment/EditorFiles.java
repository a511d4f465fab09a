package vn.minhbach.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Visit;

/** Where the editor of rich text finds files and sends new ones; nowhere for whoever may not keep any. */
@Named
@RequestScoped
public class EditorFiles {

    @Inject
    CurrentActor actors;

    @Inject
    Intake intake;

    @Inject
    AttachmentService attachments;

    @Inject
    Visit visit;

    public String getList() {
        return isAllowed() ? visit.url(ChooseServlet.PATH) : "";
    }

    public String getUpload() {
        return isAllowed() ? visit.url(UploadServlet.PATH) : "";
    }

    /** In bytes. */
    public long getLongest() {
        return intake.longest();
    }

    /**
     * Where a small size of a picture is seen that is chosen in a field; empty for what is none.
     *
     * @param chosen its address or its number
     */
    public String small(@Nullable String chosen) {
        return attachments
                .chosen(chosen == null ? "" : chosen)
                .filter(found -> found.isPicture() && !found.isQuarantined())
                .map(found -> visit.file(found.getPath(PictureMaker.WIDTHS.getFirst())))
                .orElse("");
    }

    private boolean isAllowed() {
        return actors.get().may(Permission.KEEP_FILES);
    }
}
