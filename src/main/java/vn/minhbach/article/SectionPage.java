package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.SeenRowPage;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/chuyen-muc/soan}: the form of a section. */
@Door(
        path = SectionPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {RowPage.ROW, RowDrafts.DRAFT},
        permission = Permission.ARRANGE_SECTIONS)
@Named
@ViewScoped
public class SectionPage extends SeenRowPage {

    static final String PATH = SectionsPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    SectionService service;

    @Override
    protected Rows rows() {
        return new SectionRows(service);
    }

    @Override
    protected String list() {
        return SectionsPage.PATH;
    }

    @Override
    protected String seenAt() {
        return SectionPreviewServlet.PATH;
    }

    @Override
    protected void look(RowDrafts.Draft draft) {
        service.previewed(draft);
    }
}
