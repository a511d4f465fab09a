package vn.minhbach.legal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/lich-lam-viec/soan}: the form of a day. */
@Door(
        path = CalendarDayPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = RowPage.ROW,
        permission = Permission.KEEP_LEGAL_RULES)
@Named
@ViewScoped
public class CalendarDayPage extends RowPage {

    static final String PATH = WorkingDaysPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    LegalService service;

    @Override
    protected Rows rows() {
        return new CalendarDayRows(service);
    }

    @Override
    protected String list() {
        return WorkingDaysPage.PATH;
    }
}
