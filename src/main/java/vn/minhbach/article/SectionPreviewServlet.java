package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPreviewServlet;
import vn.minhbach.web.Door;

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
public class SectionPreviewServlet extends RowPreviewServlet {

    static final String PATH = SectionsPage.PATH + "/xem-truoc";

    private static final long serialVersionUID = 1L;

    @Inject
    transient SectionService service;

    @Inject
    transient NewsPage page;

    @Override
    protected String form(RowDrafts.Draft draft) {
        return form(draft, SectionStore.KIND, SectionPage.PATH);
    }

    @Override
    protected void show(RowDrafts.Draft draft, HttpServletResponse response) throws IOException {
        page.preview(service.previewed(draft));
        views.show("tin-tuc", Map.of("page", page), response);
    }
}
