package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    public Optional<Instant> changed(long after, long until) {
        return items(after, until).stream()
                .map(PublicItem::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return articles.sectionItems(after, until);
    }
}
