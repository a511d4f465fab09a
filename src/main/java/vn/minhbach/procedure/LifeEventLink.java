package vn.minhbach.procedure;

import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/** A life event as a page links to it; the count is 0 where it is not shown. */
public record LifeEventLink(String slug, String name, String icon, String description, String url, long count) {

    public static LifeEventLink of(LifeEvent event, long count, Visit visit) {
        var english = visit.getLanguage().equals("en");
        return new LifeEventLink(
                event.getSlug(),
                english ? event.getEnglishName() : event.getName(),
                event.getIcon(),
                english ? event.getEnglishDescription() : event.getDescription(),
                PageAddress.of(visit.url("/danh-muc-thu-tuc"))
                        .with("su-kien", event.getSlug())
                        .toString(),
                count);
    }
}
