package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.RowNames;

/** How what the site is run by is called: the audit has its kind and its number. */
@ApplicationScoped
public class SiteNames extends RowNames {

    @Inject
    SiteService site;

    @Override
    public Set<String> services() {
        return Set.of("SiteService");
    }

    @Override
    protected @Nullable Row row(Told deed) {
        return Arrays.stream(SiteKind.values())
                .filter(kind -> kind.name().equals(deed.part(0)))
                .map(kind -> new Row(kind.word(), deed.part(1)))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Map<Row, Named> present(Collection<Row> rows) {
        var present = new HashMap<Row, Named>();
        site.rows()
                .forEach((kind, kept) -> kept.forEach(row -> present.put(
                        new Row(kind.word(), Long.toString(row.id())),
                        new Named(row.get(kind.titleField()), SiteRowPage.of(kind, row.id())))));
        return present;
    }
}
