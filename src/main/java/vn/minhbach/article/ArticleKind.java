package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.ItemKind;

/** Articles, as the common parts of the editorial board know them. */
@ApplicationScoped
public class ArticleKind implements ItemKind {

    @Inject
    ArticleService service;

    @Inject
    ArticleDeskService desk;

    @Override
    public String kind() {
        return ArticleService.KIND;
    }

    @Override
    public Permission permission(Deed.Right right) {
        return ArticleService.permission(right);
    }

    @Override
    public String screen(long id) {
        return ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=" + id;
    }

    @Override
    public void release(long id, Instant due) {
        service.release(id, due);
    }

    @Override
    public void expire(long id, Instant due) {
        service.expire(id, due);
    }

    @Override
    public void daily() {
        service.remind();
        desk.forgetUnsaved();
    }
}
