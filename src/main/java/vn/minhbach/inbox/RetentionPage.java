package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thoi-han-luu/soan}: the form of such a term. */
@Door(
        path = RetentionPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = RowPage.ROW,
        permission = Permission.KEEP_INBOX_RULES)
@Named
@ViewScoped
public class RetentionPage extends RowPage {

    static final String PATH = RetentionsPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    InboxRulesService service;

    @Override
    protected Rows rows() {
        return new RetentionRows(service);
    }

    @Override
    protected String list() {
        return RetentionsPage.PATH;
    }
}
