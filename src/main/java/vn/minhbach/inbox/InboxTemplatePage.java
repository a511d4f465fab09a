package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/mau-tra-loi/soan}: the form of a text that answers begin with. */
@Door(
        path = InboxTemplatePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = RowPage.ROW,
        permission = Permission.MODERATE_INBOX,
        longestBody = InboxTemplatePage.LONGEST)
@Named
@ViewScoped
public class InboxTemplatePage extends RowPage {

    static final String PATH = InboxTemplatesPage.PATH + "/soan";

    /** Eight thousand letters, each escaped, and the rest. */
    static final int LONGEST = 128 * 1024;

    private static final long serialVersionUID = 1L;

    @Inject
    InboxTemplateService service;

    @Override
    protected Rows rows() {
        return new TemplateRows(service, visit);
    }

    @Override
    protected String list() {
        return InboxTemplatesPage.PATH;
    }
}
