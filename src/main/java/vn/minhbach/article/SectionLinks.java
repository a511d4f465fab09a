package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** The pictures above the lists of sections. */
@ApplicationScoped
public class SectionLinks implements LinkSource.OfRows {

    @Inject
    ArticleService articles;

    @Override
    public String kind() {
        return SectionStore.KIND;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return LinkSource.everywhere(somebody, Permission.ARRANGE_SECTIONS);
    }

    @Override
    public List<Linking> rows() {
        return articles.sections().stream()
                .map(section -> new Linking(
                        section.getId(),
                        "",
                        section.getName(),
                        section.getPath(),
                        SectionPage.PATH + "?" + RowPage.ROW + "=" + section.getId(),
                        List.of(section.getPicture())))
                .toList();
    }
}
