package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.PublicItem;

/** The sections, each a list of articles, for those who go over everything public. A section changes with its articles. */
@ApplicationScoped
@Transactional
class SectionContentKind implements ContentKind {

    @Inject
    ArticleRepository articles;

    @Override
    public String kind() {
        return "section";
    }

    @Override
    public String place() {
        return "chuyen-muc";
    }

    @Override
    public long lastKey() {
        return articles.lastSectionId();
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return articles.sectionItems(after, until);
    }
}
