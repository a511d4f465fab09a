package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.article.TagBook;
import vn.minhbach.change.Derived;
import vn.minhbach.shared.Text;

/** The tags that editors keep. */
@ApplicationScoped
public class SiteTags implements TagBook {

    @Inject
    SiteService service;

    @Inject
    Derived<List<Entry>> entries;

    @Override
    public List<Entry> entries() {
        return entries.get(() -> service.rows(SiteKind.TAG).stream()
                .map(row -> new Entry(
                        row.get("name"), row.get("english"), row.get("text"), Text.lines(row.get(SiteRules.OTHERS))))
                .toList());
    }
}
