package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.account.Places;

/** The sections, as places for which a role can be given. */
@ApplicationScoped
class SectionPlaces implements Places {

    @Inject
    ArticleService articles;

    @Override
    public Kind kind() {
        return Kind.SECTION;
    }

    @Override
    public List<Place> all() {
        return articles.sections().stream()
                .map(section -> new Place(section.getSlug(), section.getName()))
                .toList();
    }
}
