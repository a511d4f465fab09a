package vn.minhbach.unit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/don-vi}: the units, in their order. */
@Door(
        path = UnitsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_UNITS)
@Screen(name = "row.unit.title", task = "row.task", order = 307)
@Named
@ViewScoped
public class UnitsPage extends RowsPage {

    static final String PATH = "/quan-tri/don-vi";

    private static final long serialVersionUID = 1L;

    @Inject
    UnitService service;

    @Override
    protected Rows rows() {
        return new UnitRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return UnitEditPage.PATH;
    }
}
