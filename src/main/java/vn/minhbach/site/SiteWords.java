package vn.minhbach.site;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Phone;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Alert;
import vn.minhbach.web.Hotline;
import vn.minhbach.web.Link;
import vn.minhbach.web.LinkTree;

/** The {@link SiteContent} in the words of one language, ready to be shown: made once, read by every page. */
record SiteWords(
        SiteProfile profile,
        boolean english,
        String phoneHref,
        List<LinkTree> menu,
        List<Link> footer,
        List<Hotline> hotlines,
        List<Notice> notices,
        List<Alert> alerts,
        List<Banner> banners) {

    /**
     * @param page the address of a page of the portal, in the language
     * @param file the address of a file
     */
    static SiteWords of(
            SiteContent content, boolean english, Function<String, String> page, Function<String, String> file) {
        Function<String, String> leads =
                link -> link.startsWith("/tep/") ? file.apply(link) : link.startsWith("/") ? page.apply(link) : link;
        var notices = content.notices().stream()
                .map(row -> notice(row, english, leads))
                .toList();
        return new SiteWords(
                content.profile(),
                english,
                Phone.href(content.profile().get("phone")),
                in(content.menu(), SiteKind.Place.MAIN).stream()
                        .filter(row -> row.get("parent").isEmpty())
                        .map(row -> new LinkTree(
                                title(row, english),
                                leads.apply(row.get("link")),
                                content.menu().stream()
                                        .filter(other -> other.get("parent").equals(Long.toString(row.id())))
                                        .map(other -> new LinkTree(
                                                title(other, english), leads.apply(other.get("link")), List.of()))
                                        .toList()))
                        .toList(),
                in(content.menu(), SiteKind.Place.FOOTER).stream()
                        .map(row -> new Link(title(row, english), leads.apply(row.get("link"))))
                        .toList(),
                content.hotlines().stream()
                        .map(row -> new Hotline(
                                SiteProfile.either(row.values(), "name", "nameEn", english),
                                row.get("phone"),
                                Phone.href(row.get("phone")),
                                row.get("hours"),
                                row.get("note"),
                                Text.lines(row.get("fields"))))
                        .toList(),
                notices,
                content.notices().stream()
                        .filter(row -> row.get("level").equals(SiteKind.Level.URGENT.name()))
                        .map(row -> notice(row, english, leads))
                        .map(notice -> new Alert(notice.title(), notice.text(), notice.url()))
                        .toList(),
                content.banners().stream()
                        .map(row -> new Banner(
                                SiteProfile.either(row.values(), "title", "titleEn", english),
                                row.get("text"),
                                row.get("picture").isEmpty() ? "" : file.apply(row.get("picture")),
                                row.get("alt"),
                                row.get("link").isEmpty() ? "" : leads.apply(row.get("link"))))
                        .toList());
    }

    private static List<KeptRow> in(List<KeptRow> menu, SiteKind.Place place) {
        return menu.stream()
                .filter(row -> row.get("place").equals(place.name()))
                .toList();
    }

    private static String title(KeptRow row, boolean english) {
        return SiteProfile.either(row.values(), "title", "english", english);
    }

    private static Notice notice(KeptRow row, boolean english, Function<String, String> leads) {
        var period = Period.of(row);
        return new Notice(
                SiteProfile.either(row.values(), "title", "titleEn", english),
                SiteProfile.either(row.values(), "text", "textEn", english),
                row.get("link").isEmpty() ? "" : leads.apply(row.get("link")),
                period.from() == null ? LocalDate.EPOCH : Time.day(period.from()));
    }

    String say(String field) {
        return profile.get(field, english);
    }
}
