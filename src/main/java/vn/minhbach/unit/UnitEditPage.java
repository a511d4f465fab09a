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

/** Backs {@code /quan-tri/don-vi/soan}: the form of a unit. */
@Door(
        path = UnitEditPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {RowPage.ROW, RowDrafts.DRAFT},
        permission = Permission.KEEP_UNITS)
@Named
@ViewScoped
public class UnitEditPage extends SeenRowPage {

    static final String PATH = UnitsPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    UnitService service;

    @Override
    protected Rows rows() {
        return new UnitRows(service);
    }

    @Override
    protected String list() {
        return UnitsPage.PATH;
    }

    @Override
    protected String seenAt() {
        return UnitPreviewServlet.PATH;
    }

    @Override
    protected void look(RowDrafts.Draft draft) {
        service.previewed(draft);
    }

    /** Where the people of the unit are kept. */
    public String getPeopleUrl() {
        return visit.url(UnitPeoplePage.PATH + "?" + UnitPeoplePage.UNIT + "=" + id());
    }
}
