package vn.minhbach.legal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/lich-lam-viec}: the holidays and the Saturdays that are worked. */
@Door(
        path = WorkingDaysPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_LEGAL_RULES)
@Screen(name = "row.calendar-day.title", task = "legal.task", order = 251)
@Named
@ViewScoped
public class WorkingDaysPage extends RowsPage {

    static final String PATH = "/quan-tri/lich-lam-viec";

    private static final long serialVersionUID = 1L;

    @Inject
    LegalService service;

    @Override
    protected Rows rows() {
        return new CalendarDayRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return CalendarDayPage.PATH;
    }
}
