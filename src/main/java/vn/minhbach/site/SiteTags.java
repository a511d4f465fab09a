package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
                .map(row -> entry(row.values()))
                .toList());
    }

    /** A tag as a row says it. */
    static Entry entry(Map<String, String> values) {
        return new Entry(
                values.getOrDefault("name", ""),
                values.getOrDefault("english", ""),
                values.getOrDefault("text", ""),
                Text.lines(values.getOrDefault(SiteRules.OTHERS, "")));
    }
}
