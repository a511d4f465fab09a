package vn.minhbach.unit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPreviewServlet;
import vn.minhbach.web.Door;

/**
 * Shows the page of a unit as the public would see it if a draft of it, or of somebody who can be reached there, were kept: {@code
 * /quan-tri/don-vi/xem-truoc}. For the one who typed it only; never cached.
 */
@WebServlet({UnitPreviewServlet.PATH, "/en" + UnitPreviewServlet.PATH})
@Door(
        path = UnitPreviewServlet.PATH,
        parameters = {UnitPeoplePage.UNIT, RowDrafts.DRAFT},
        permission = Permission.KEEP_UNITS,
        english = true)
public class UnitPreviewServlet extends RowPreviewServlet {

    static final String PATH = UnitsPage.PATH + "/xem-truoc";

    private static final long serialVersionUID = 1L;

    @Inject
    transient UnitService service;

    @Inject
    transient UnitPage page;

    @Override
    protected String form(RowDrafts.Draft draft) {
        return isOfUnit()
                ? form(draft, UnitService.KIND, UnitEditPage.PATH)
                : form(draft, PersonStore.KIND, UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + unit());
    }

    @Override
    protected void show(RowDrafts.Draft draft, HttpServletResponse response) throws IOException {
        if (isOfUnit()) {
            page.preview(service.previewed(draft), draft.row() == 0 ? List.of() : service.peopleOf(draft.row()));
        } else {
            var unit = unit();
            page.preview(service.get(unit), service.previewed(unit, draft));
        }
        views.show("don-vi", Map.of("page", page), response);
    }

    /** Whether the draft is of a unit itself, and not of somebody there. */
    private boolean isOfUnit() {
        return visit.parameter(UnitPeoplePage.UNIT).isEmpty();
    }

    private long unit() {
        return UnitPeoplePage.unit(visit.parameter(UnitPeoplePage.UNIT), service);
    }
}
