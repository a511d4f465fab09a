package vn.minhbach.unit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/nhan-su/soan}: the form of somebody of a unit. */
@Door(
        path = PersonPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {PeoplePage.UNIT, RowPage.ROW},
        permission = Permission.KEEP_UNITS)
@Named
@ViewScoped
public class PersonPage extends RowPage {

    static final String PATH = PeoplePage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    UnitService service;

    @Override
    protected Rows rows() {
        return new PersonRows(service, PeoplePage.unit(visit.parameter(PeoplePage.UNIT), service));
    }

    @Override
    protected String list() {
        return PeoplePage.PATH + "?" + PeoplePage.UNIT + "="
                + PeoplePage.unit(visit.parameter(PeoplePage.UNIT), service);
    }
}
