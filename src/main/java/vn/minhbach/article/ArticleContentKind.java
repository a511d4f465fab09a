package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.PublicItem;

/** The public articles, for those who go over everything public. */
@ApplicationScoped
@Transactional
class ArticleContentKind implements ContentKind {

    @Inject
    ArticleRepository articles;

    @Override
    public String kind() {
        return ArticleService.KIND;
    }

    @Override
    public String place() {
        return "bai-viet";
    }

    @Override
    public List<String> lists() {
        return List.of("/tin-tuc");
    }

    @Override
    public long lastKey() {
        return articles.lastId();
    }

    @Override
    public Optional<Instant> changed(long after, long until) {
        return articles.publicChanged(after, until);
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return articles.publicItems(after, until);
    }
}
