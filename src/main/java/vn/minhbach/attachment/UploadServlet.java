package vn.minhbach.attachment;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Pending;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Takes a file: from the editor's script as the body of the request, which is answered with what the script needs to show it; or from a
 * form, which is led to the file's own screen. With {@code thay} it takes the place of a file that there is.
 *
 * <p>The door takes more than the longest file that the setting {@code portal.upload.megabytes} can reasonably ask for; the setting
 * itself is asked while the bytes come in.
 */
@Door(
        path = UploadServlet.PATH,
        methods = Method.POST,
        parameters = {UploadServlet.NAME, ChooseServlet.KIND, UploadServlet.INSTEAD, UploadServlet.VERSION},
        permission = Permission.KEEP_FILES,
        english = true,
        longestBody = Integer.MAX_VALUE)
@WebServlet({UploadServlet.PATH, "/en" + UploadServlet.PATH})
@MultipartConfig
public class UploadServlet extends HttpServlet {

    static final String PATH = LibraryPage.PATH + "/tai-len";

    static final String NAME = "ten";

    /** The number of the file whose place the new one takes, and the version of it that was seen. */
    static final String INSTEAD = "thay";

    static final String VERSION = "ban";

    /** The field of the form. */
    private static final String PART = "tep";

    private static final int UNPROCESSABLE = 422;
    private static final long serialVersionUID = 1L;

    @Inject
    transient Intake intake;

    @Inject
    transient AttachmentService attachments;

    @Inject
    transient Pending pending;

    @Inject
    transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/form-data")) {
            form(request, response);
            return;
        }
        try (var bytes = request.getInputStream()) {
            var attachment = take(visit.parameter(NAME), bytes);
            FileAnswer.send(FileAnswer.of(attachment, visit).build(), HttpServletResponse.SC_OK, response);
        } catch (RuleBrokenException e) {
            var said = FileAnswer.JSON.createObjectBuilder().add("error", visit.text(String.valueOf(e.getMessage())));
            FileAnswer.send(said.build(), UNPROCESSABLE, response);
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        var part = request.getPart(PART);
        var back = visit.parameter(INSTEAD);
        var notes = new ArrayList<Note>();
        try {
            if (part == null) {
                throw FileType.refused("empty");
            }
            var name = part.getSubmittedFileName();
            try (var bytes = part.getInputStream()) {
                var attachment = take(name == null ? "" : name, bytes);
                back = String.valueOf(attachment.getId());
                notes.add(Note.good(visit.text("library.saved", attachment.getFileName())));
                attachment.getRemarks().forEach(remark -> notes.add(Note.warn(visit.text("Remark." + remark))));
            }
        } catch (RuleBrokenException e) {
            notes.add(Note.bad(visit.text(String.valueOf(e.getMessage()))));
        } catch (ChangedMeanwhileException e) {
            notes.add(Note.bad(visit.text("library.error.meanwhile")));
        } finally {
            if (part != null) {
                part.delete();
            }
        }
        var place = FilePage.PATH + (back.isEmpty() ? "" : "?" + FilePage.FILE + "=" + Visit.encode(back));
        notes.forEach(note -> pending.leave(place, note));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(place));
    }

    private Attachment take(String name, InputStream bytes) throws IOException {
        try (var taken = intake.take(name, bytes)) {
            var kind = visit.parameter(ChooseServlet.KIND);
            if (kind.equals("image") && taken.type().group() != FileType.Group.IMAGE) {
                throw FileType.refused("notPicture");
            }
            if (kind.equals("clip") && taken.type().group() != FileType.Group.CLIP) {
                throw FileType.refused("notClip");
            }
            var instead = visit.parameter(INSTEAD);
            return instead.matches("\\d{1,18}")
                    ? attachments.replace(Long.parseLong(instead), number(visit.parameter(VERSION)), taken)
                    : attachments.keep(taken.name(), taken);
        }
    }

    private static long number(String given) {
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : -1;
    }
}
