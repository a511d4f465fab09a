package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.PreviewBoard;
import vn.minhbach.editorial.PreviewPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/bai-viet/xem-truoc}: the draft of an article as readers will see it, and its secret links. */
@Door(
        path = ArticlePreviewPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ArticleEditPage.ARTICLE, ArticlePreviewPage.WIDTH},
        permission = Permission.WRITE_ARTICLES)
@Named
@ViewScoped
public class ArticlePreviewPage extends PreviewPage {

    static final String PATH = ArticlesDeskPage.PATH + "/xem-truoc";
    static final String WIDTH = PreviewPage.WIDTH;

    private static final long serialVersionUID = 1L;

    @Inject
    ArticlePreviewService previews;

    @Override
    protected PreviewBoard open(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        return previews.open(Long.parseLong(given));
    }

    @Override
    protected String issue(PreviewBoard known, int days) {
        return previews.share(Long.parseLong(known.key()), known.place(), days);
    }

    @Override
    protected boolean takeBack(PreviewBoard known, long link) {
        return previews.revoke(Long.parseLong(known.key()), known.place(), link);
    }

    @Override
    protected String shared(String secret) {
        return SharedDraftServlet.link(secret);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String draftPath() {
        return DraftServlet.PATH;
    }

    @Override
    protected String formPath() {
        return ArticleEditPage.PATH;
    }

    @Override
    protected String listPath() {
        return ArticlesDeskPage.PATH;
    }
}
