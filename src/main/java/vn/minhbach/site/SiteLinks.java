package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** Where menus, banners, notices, pinned articles and redirections lead, but for what is over. */
@ApplicationScoped
public class SiteLinks implements LinkSource.OfRows {

    @Inject
    SiteService site;

    @Override
    public String kind() {
        return SiteService.KIND;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return LinkSource.everywhere(somebody, Permission.KEEP_SITE);
    }

    @Override
    public List<Linking> rows() {
        var now = site.now();
        var found = new ArrayList<Linking>();
        site.rows()
                .forEach((kind, rows) -> rows.stream()
                        .filter(row -> Period.of(row).at(now) != Period.Standing.AFTER)
                        .map(row -> linking(kind, row))
                        .filter(linking -> !linking.addresses().isEmpty())
                        .forEach(found::add));
        return found;
    }

    private static Linking linking(SiteKind kind, KeptRow row) {
        return new Linking(
                row.id(),
                "",
                row.get(kind.titleField()),
                "",
                SiteRowPage.of(kind, row.id()),
                kind.fields().stream()
                        .filter(field -> field.type() == RowField.Type.LINK || field.type() == RowField.Type.PICTURE)
                        .map(field -> row.get(field.name()))
                        .filter(address -> !address.isEmpty())
                        .toList());
    }
}
