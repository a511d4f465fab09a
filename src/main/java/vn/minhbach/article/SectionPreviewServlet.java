package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Views;
import vn.minhbach.web.Visit;

/**
 * Shows the page of a section as the public would see it if a draft were kept: {@code /quan-tri/chuyen-muc/xem-truoc}. For the one who
 * typed it only; never cached.
 */
@WebServlet({SectionPreviewServlet.PATH, "/en" + SectionPreviewServlet.PATH})
@Door(
        path = SectionPreviewServlet.PATH,
        parameters = RowDrafts.DRAFT,
        permission = Permission.ARRANGE_SECTIONS,
        english = true)
public class SectionPreviewServlet extends HttpServlet {

    static final String PATH = SectionsPage.PATH + "/xem-truoc";

    private static final long serialVersionUID = 1L;

    @Inject
    transient RowDrafts drafts;

    @Inject
    transient SectionService service;

    @Inject
    transient NewsPage page;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = visit.parameter(RowDrafts.DRAFT);
        var draft = drafts.find(SectionStore.KIND, number).orElseThrow(() -> new NotFoundException("draft", number));
        visit.showDraft(visit.url(SectionPage.PATH + "?"
                + (draft.row() == 0 ? "" : RowPage.ROW + "=" + draft.row() + "&") + RowDrafts.DRAFT + "=" + number));
        page.preview(service.previewed(draft));
        views.show("tin-tuc", Map.of("page", page), response);
    }
}
