package vn.minhbach.unit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

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
public class UnitPreviewServlet extends HttpServlet {

    static final String PATH = UnitsPage.PATH + "/xem-truoc";

    private static final long serialVersionUID = 1L;

    @Inject
    transient RowDrafts drafts;

    @Inject
    transient UnitService service;

    @Inject
    transient UnitPage page;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var of = visit.parameter(UnitPeoplePage.UNIT);
        if (of.isEmpty()) {
            var draft = draft(UnitService.KIND, UnitEditPage.PATH + "?");
            page.preview(service.previewed(draft), draft.row() == 0 ? List.of() : service.peopleOf(draft.row()));
        } else {
            var unit = UnitPeoplePage.unit(of, service);
            var draft = draft(PersonStore.KIND, UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + unit + "&");
            page.preview(service.get(unit), service.previewed(unit, draft));
        }
        views.show("don-vi", Map.of("page", page), response);
    }

    /** The draft that the address names; from its page one comes back to the form. */
    private RowDrafts.Draft draft(String kind, String form) {
        var number = visit.parameter(RowDrafts.DRAFT);
        var draft = drafts.find(kind, number).orElseThrow(() -> new NotFoundException("draft", number));
        var row = draft.row() == 0 ? "" : RowPage.ROW + "=" + draft.row() + "&";
        visit.showDraft(visit.url(form + row + RowDrafts.DRAFT + "=" + number));
        return draft;
    }
}
