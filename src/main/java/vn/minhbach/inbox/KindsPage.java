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

/** Backs {@code /quan-tri/loai-yeu-cau}: the kinds of submissions, in the order of the forms. */
@Door(
        path = KindsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_INBOX_RULES)
@Screen(name = "row.inbox-kind.title", task = "inboxDesk.task", order = 17)
@Named
@ViewScoped
public class KindsPage extends RowsPage {

    static final String PATH = "/quan-tri/loai-yeu-cau";

    private static final long serialVersionUID = 1L;

    @Inject
    InboxRulesService service;

    @Override
    protected Rows rows() {
        return new KindRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return KindPage.PATH;
    }
}
