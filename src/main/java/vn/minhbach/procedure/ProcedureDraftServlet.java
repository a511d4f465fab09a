package vn.minhbach.procedure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * {@code /quan-tri/thu-tuc/ban-nhap}: the newest version of a procedure in the public view itself, for members of the board. The screen of
 * {@link ProcedurePreviewPage} shows it in a frame.
 */
@Door(
        path = ProcedureDraftServlet.PATH,
        parameters = {ProcedureEditPage.PROCEDURE, ProcedurePage.CHANNEL},
        permission = Permission.WRITE_PROCEDURES,
        unlisted = true,
        english = true)
@WebServlet({ProcedureDraftServlet.PATH, "/en" + ProcedureDraftServlet.PATH})
public class ProcedureDraftServlet extends HttpServlet {

    static final String PATH = ProceduresDeskPage.PATH + "/ban-nhap";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProcedurePreviewService previews;

    @Inject
    transient ProcedurePage page;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var given = visit.parameter(ProcedureEditPage.PROCEDURE);
        var draft = previews.draft(ProcedureDeskService.code(given));
        page.preview(
                draft.procedure(),
                draft.known(),
                visit.url(PATH) + "?" + ProcedureEditPage.PROCEDURE + "=" + given,
                visit::file);
        views.show("thu-tuc", Map.of("page", page), response);
    }
}
