package vn.minhbach.procedure;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Pending;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Takes a file of procedures from a form and looks at it; whoever brought it is led to what it would change. */
@Door(
        path = ImportUploadServlet.PATH,
        methods = Method.POST,
        permission = Permission.KEEP_PROCEDURES,
        english = true,
        longestBody = ImportUploadServlet.LONGEST)
@WebServlet({ImportUploadServlet.PATH, "/en" + ImportUploadServlet.PATH})
@MultipartConfig
public class ImportUploadServlet extends HttpServlet {

    static final String PATH = ProceduresDeskPage.PATH + "/tai-tep";

    /** What the file may have, and the form around it. */
    static final int LONGEST = (int) ImportDesk.LONGEST + 64 * 1024;

    /** The field of the form. */
    private static final String PART = "tep";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ImportDesk imports;

    @Inject
    transient Pending pending;

    @Inject
    transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var type = request.getContentType();
        var part = type != null && type.startsWith("multipart/form-data") ? request.getPart(PART) : null;
        var next = visit.url(ProcedureImportPage.PATH);
        try {
            if (part == null || part.getSize() == 0) {
                throw new RuleBrokenException("procedureImport.error.empty");
            }
            var name = part.getSubmittedFileName();
            try (var bytes = part.getInputStream()) {
                var id = imports.bring(Text.line(name == null ? "" : name), bytes);
                next = visit.url(ImportLookPage.path(id));
            }
        } catch (RuleBrokenException e) {
            pending.leave(ProcedureImportPage.PATH, Note.bad(visit.text(String.valueOf(e.getMessage()))));
        } finally {
            if (part != null) {
                part.delete();
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
    }
}
