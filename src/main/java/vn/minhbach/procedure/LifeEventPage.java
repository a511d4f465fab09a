package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/su-kien/soan}: the form of a life event. */
@Door(
        path = LifeEventPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = RowPage.ROW,
        permission = Permission.KEEP_SITE)
@Named
@ViewScoped
public class LifeEventPage extends RowPage {

    static final String PATH = LifeEventsPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    LifeEventService service;

    @Override
    protected Rows rows() {
        return new LifeEventRows(service);
    }

    @Override
    protected String list() {
        return LifeEventsPage.PATH;
    }
}
