package vn.minhbach.unit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
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
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var of = visit.parameter(UnitPeoplePage.UNIT);
        if (of.isEmpty()) {
            var draft = draft(UnitService.KIND, UnitEditPage.PATH);
            page.preview(service.previewed(draft), draft.row() == 0 ? List.of() : service.peopleOf(draft.row()));
        } else {
            var unit = UnitPeoplePage.unit(of, service);
            var draft = draft(PersonStore.KIND, UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + unit);
            page.preview(service.get(unit), service.previewed(unit, draft));
        }
        views.show("don-vi", Map.of("page", page), response);
    }
}
