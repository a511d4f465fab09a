package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentUse;

/** The pictures of banners: everybody's from the banner's first minute to its last. */
@ApplicationScoped
public class BannerFiles implements AttachmentUse.OfRows {

    @Inject
    SiteService site;

    @Inject
    CurrentActor actors;

    @Override
    public List<Row> rows() {
        var now = site.now();
        return site.rows(SiteKind.BANNER).stream()
                .map(row -> new Row(
                        row.get("picture"),
                        row.get("title"),
                        SiteRowPage.of(SiteKind.BANNER, row.id()),
                        Period.of(row).holds(now) ? Standing.PUBLIC : Standing.DRAFT))
                .toList();
    }

    @Override
    public boolean mayKeep() {
        return actors.get().may(Permission.KEEP_SITE);
    }
}
