package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.editorial.Items;

/** The files that articles show or offer: they become public with their article and vanish with it. */
@ApplicationScoped
@Transactional
public class ArticleFiles implements AttachmentUse {

    private static final String EDIT = ArticleEditPage.PATH + "?" + ArticleEditPage.ARTICLE + "=";

    @Inject
    Items items;

    @Inject
    CurrentActor actors;

    @Override
    public List<Use> of(Collection<Long> attachments) {
        return items.uses(ArticleService.KIND, attachments).stream()
                .map(use -> new Use(
                        use.attachment(),
                        use.title(),
                        EDIT + use.item(),
                        switch (use.standing()) {
                            case DRAFT -> Standing.DRAFT;
                            case PUBLIC -> Standing.PUBLIC;
                            case GONE -> Standing.WITHDRAWN;
                        }))
                .toList();
    }

    @Override
    public Set<Long> used() {
        return items.usedFiles(ArticleService.KIND);
    }

    @Override
    public boolean mayPublish(long attachment) {
        var me = actors.get();
        return items.shownBy(ArticleService.KIND, attachment).stream()
                .allMatch(item -> me.may(Permission.PUBLISH_ARTICLES, item.getPublicPlace()));
    }

    @Override
    public void replaced(long attachment, String note) {
        items.tellOfFile(ArticleService.KIND, attachment, note);
    }

    @Override
    public void refused(long attachment, String note) {
        items.tellOfRefusedFile(ArticleService.KIND, attachment, note);
    }
}
