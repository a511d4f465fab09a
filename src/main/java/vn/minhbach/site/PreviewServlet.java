package vn.minhbach.site;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.article.TagPage;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowPreviewServlet;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;

/**
 * Shows the home page as the public would see it if a draft were kept, or the page of a tag: {@code /quan-tri/xem-truoc}. For the one who
 * typed it only; never cached.
 */
@WebServlet({PreviewServlet.PATH, "/en" + PreviewServlet.PATH})
@Door(path = PreviewServlet.PATH, parameters = RowDrafts.DRAFT, permission = Permission.KEEP_SITE, english = true)
public class PreviewServlet extends RowPreviewServlet {

    static final String PATH = "/quan-tri/xem-truoc";

    private static final long serialVersionUID = 1L;

    @Inject
    transient SiteService service;

    @Inject
    @Any
    transient Instance<PublicPage> pages;

    @Inject
    transient TagPage tagPage;

    @Override
    protected String form(RowDrafts.Draft draft) {
        return SiteRowPage.PATH + "?" + SiteRowPage.KIND + "=" + draft.kind();
    }

    @Override
    protected void show(RowDrafts.Draft draft, HttpServletResponse response) throws IOException {
        if (draft.kind().equals(SiteKind.TAG.word())) {
            tagPage.preview(SiteTags.entry(service.kept(draft)));
            views.show("nhan", Map.of("page", tagPage), response);
            return;
        }
        Site.seeing(service.previewed(draft), () -> {
            var page = pages.select(NamedLiteral.of("index")).get();
            page.load();
            try {
                views.show("index", Map.of("page", page), response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return page;
        });
    }
}
