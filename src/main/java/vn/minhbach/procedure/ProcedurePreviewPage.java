package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.PreviewBoard;
import vn.minhbach.editorial.PreviewPage;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thu-tuc/xem-truoc}: a procedure that is being edited as readers will see it, and its secret links. */
@Door(
        path = ProcedurePreviewPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ProcedureEditPage.PROCEDURE, ProcedurePreviewPage.WIDTH},
        permission = Permission.WRITE_PROCEDURES)
@Named
@ViewScoped
public class ProcedurePreviewPage extends PreviewPage {

    static final String PATH = ProceduresDeskPage.PATH + "/xem-truoc";
    static final String WIDTH = PreviewPage.WIDTH;

    private static final long serialVersionUID = 1L;

    @Inject
    ProcedurePreviewService previews;

    @Override
    protected PreviewBoard open(String given) {
        return previews.open(ProcedureDeskService.code(given));
    }

    @Override
    protected String issue(PreviewBoard known, int days) {
        return previews.share(ProcedureDeskService.code(known.key()), days);
    }

    @Override
    protected boolean takeBack(PreviewBoard known, long link) {
        return previews.revoke(ProcedureDeskService.code(known.key()), link);
    }

    @Override
    protected String shared(String secret) {
        return SharedProcedureServlet.link(secret);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String draftPath() {
        return ProcedureDraftServlet.PATH;
    }

    @Override
    protected String formPath() {
        return ProcedureEditPage.PATH;
    }

    @Override
    protected String listPath() {
        return ProceduresDeskPage.PATH;
    }
}
