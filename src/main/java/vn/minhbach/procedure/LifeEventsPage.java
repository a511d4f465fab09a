package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/su-kien}: the life events under which citizens look for procedures. */
@Door(
        path = LifeEventsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_SITE)
@Screen(name = "row.life-event.title", task = "row.task", order = 355)
@Named
@ViewScoped
public class LifeEventsPage extends RowsPage {

    static final String PATH = "/quan-tri/su-kien";

    private static final long serialVersionUID = 1L;

    @Inject
    LifeEventService service;

    @Override
    protected Rows rows() {
        return new LifeEventRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return LifeEventPage.PATH;
    }
}
