package vn.minhbach.unit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/nhan-su}: the people of a unit, in their order. */
@Door(
        path = UnitPeoplePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = UnitPeoplePage.UNIT,
        permission = Permission.KEEP_UNITS)
@Named
@ViewScoped
public class UnitPeoplePage extends RowsPage {

    static final String PATH = "/quan-tri/nhan-su";

    /** The number of the unit; of none it is the first. */
    static final String UNIT = "don-vi";

    private static final long serialVersionUID = 1L;

    @Inject
    UnitService service;

    private String unitName = "";

    @Override
    public void load() {
        super.load();
        unitName = service.row(unit()).map(row -> row.get(UnitStore.NAME)).orElse("");
    }

    private long unit() {
        return unit(visit.parameter(UNIT), service);
    }

    static long unit(String given, UnitService service) {
        return service.rows().stream()
                .filter(row -> given.isEmpty() || given.equals(Long.toString(row.id())))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(UnitService.KIND, given))
                .id();
    }

    @Override
    protected Rows rows() {
        return new PersonRows(service, unit());
    }

    @Override
    protected String path() {
        return PATH + "?" + UNIT + "=" + unit();
    }

    @Override
    protected String form() {
        return UnitPersonPage.PATH + "?" + UNIT + "=" + unit();
    }

    /** Whose people they are. */
    public String getUnitName() {
        return unitName;
    }
}
