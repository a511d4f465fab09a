package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.desk.RowPage;

/** The pictures above the lists of sections. */
@ApplicationScoped
public class SectionFiles implements AttachmentUse.OfRows {

    @Inject
    ArticleService articles;

    @Inject
    CurrentActor actors;

    @Override
    public List<Row> rows() {
        return articles.sections().stream()
                .map(section -> new Row(
                        section.getPicture(),
                        section.getName(),
                        SectionPage.PATH + "?" + RowPage.ROW + "=" + section.getId(),
                        Standing.PUBLIC))
                .toList();
    }

    @Override
    public boolean mayKeep() {
        return actors.get().may(Permission.ARRANGE_SECTIONS);
    }
}
