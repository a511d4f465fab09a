package vn.minhbach.unit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.SeenRowPage;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/nhan-su/soan}: the form of somebody of a unit. */
@Door(
        path = UnitPersonPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {UnitPeoplePage.UNIT, RowPage.ROW, RowDrafts.DRAFT},
        permission = Permission.KEEP_UNITS)
@Named
@ViewScoped
public class UnitPersonPage extends SeenRowPage {

    static final String PATH = UnitPeoplePage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    UnitService service;

    private long unit() {
        return UnitPeoplePage.unit(visit.parameter(UnitPeoplePage.UNIT), service);
    }

    @Override
    protected Rows rows() {
        return new PersonRows(service, unit());
    }

    @Override
    protected String list() {
        return UnitPeoplePage.PATH + "?" + UnitPeoplePage.UNIT + "=" + unit();
    }

    @Override
    protected String seenAt() {
        return UnitPreviewServlet.PATH + "?" + UnitPeoplePage.UNIT + "=" + unit();
    }

    @Override
    protected void look(RowDrafts.Draft draft) {
        service.previewed(unit(), draft);
    }
}
