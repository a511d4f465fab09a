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

/** Backs {@code /quan-tri/chi-dan}: matters that the inbox is not for, and where they belong. */
@Door(
        path = WrongDoorsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_INBOX_RULES)
@Screen(name = "row.wrong-door.title", task = "inboxDesk.task", order = 18)
@Named
@ViewScoped
public class WrongDoorsPage extends RowsPage {

    static final String PATH = "/quan-tri/chi-dan";

    private static final long serialVersionUID = 1L;

    @Inject
    InboxRulesService service;

    @Override
    protected Rows rows() {
        return new WrongDoorRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return WrongDoorPage.PATH;
    }
}
