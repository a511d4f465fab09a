package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/mau-tra-loi}: the texts that answers begin with. */
@Door(
        path = InboxTemplatesPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.MODERATE_INBOX)
@Screen(name = "row.inbox-template.title", task = "inboxDesk.task", order = 17)
@Named
@ViewScoped
public class InboxTemplatesPage extends RowsPage {

    static final String PATH = "/quan-tri/mau-tra-loi";

    private static final long serialVersionUID = 1L;

    @Inject
    InboxTemplateService service;

    @Override
    protected Rows rows() {
        return new TemplateRows(service, visit);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return InboxTemplatePage.PATH;
    }
}
