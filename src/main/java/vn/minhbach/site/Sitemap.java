package vn.minhbach.site;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Html;
import vn.minhbach.web.Address;
import vn.minhbach.web.ContentKind;

/**
 * What search engines are told of: the pages that every portal has, the lists of each kind of content, and each public item,
 * every page in both languages.
 *
 * <p>A part holds the items of a range of keys, so that an item stays in its part: a search engine that looks at the date of
 * each part fetches again only what has something new. A part stays far below the 50,000 addresses that are allowed, since
 * it is rendered, compressed and kept in memory as a whole.
 */
final class Sitemap {

    /** How many keys a part spans; twice as many addresses at most. */
    static final int SPAN = 1_000;

    private static final String PAGES = "trang";
    private static final List<String> CHANGING = List.of("/", "/cai-cach-hanh-chinh");
    private static final List<String> LASTING = List.of("/so-do-trang", "/tro-nang");
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,60})-([1-9]\\d{0,8})\\.xml");

    private final List<ContentKind> kinds;
    private final String home;
    private final @Nullable Instant lastUpdated;

    /**
     * @param home what every address begins with
     * @param lastUpdated when anything was last published; null if nothing ever was
     */
    Sitemap(List<ContentKind> kinds, String home, @Nullable Instant lastUpdated) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(ContentKind::place)).toList();
        this.home = home;
        this.lastUpdated = lastUpdated;
    }

    /** Lists the parts. */
    void index(PrintWriter out) {
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        part(out, PAGES + "-1.xml", Optional.ofNullable(lastUpdated));
        for (var kind : kinds) {
            var last = kind.lastKey();
            for (long part = 1; (part - 1) * SPAN < last; part++) {
                var name = kind.place() + "-" + part + ".xml";
                var changed = kind.changed((part - 1) * SPAN, part * SPAN);
                if (changed.isPresent() || has(name)) {
                    part(out, name, changed);
                }
            }
        }
        out.println("</sitemapindex>");
    }

    private void part(PrintWriter out, String name, Optional<Instant> changed) {
        out.println(
                "<sitemap><loc>" + Html.escape(home + "/sitemap/" + name) + "</loc>" + lastmod(changed) + "</sitemap>");
    }

    /** Whether there is a part of this name, with anything in it. */
    boolean has(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        var number = Long.parseLong(parts.group(2));
        return parts.group(1).equals(PAGES)
                ? number == 1
                : kind(parts.group(1))
                        .filter(kind ->
                                !kind.items((number - 1) * SPAN, number * SPAN).isEmpty())
                        .isPresent();
    }

    private Optional<ContentKind> kind(String place) {
        return kinds.stream().filter(kind -> kind.place().equals(place)).findFirst();
    }

    /** Lists the addresses of a part that {@link #has} knows. */
    void part(String name, PrintWriter out) {
        var parts = NAME.matcher(name);
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">");
        if (parts.matches() && parts.group(1).equals(PAGES)) {
            pages(out);
        } else if (parts.matches()) {
            var number = Long.parseLong(parts.group(2));
            kind(parts.group(1))
                    .ifPresent(kind -> kind.items((number - 1) * SPAN, number * SPAN)
                            .forEach(item -> page(out, kind.path(item.id()), Optional.ofNullable(item.changedAt()))));
        }
        out.println("</urlset>");
    }

    private void pages(PrintWriter out) {
        CHANGING.forEach(path -> page(out, path, Optional.ofNullable(lastUpdated)));
        for (var kind : kinds) {
            if (!kind.lists().isEmpty()) {
                var changed = kind.changed(0, kind.lastKey());
                kind.lists().forEach(path -> page(out, path, changed));
            }
        }
        LASTING.forEach(path -> page(out, path, Optional.empty()));
    }

    /** The page in Vietnamese and in English, each of which names both. */
    private void page(PrintWriter out, String path, Optional<Instant> changed) {
        var vietnamese = Html.escape(home + path);
        var english = Html.escape(home + Address.prefixed("en", path));
        var links = "<xhtml:link rel=\"alternate\" hreflang=\"vi\" href=\"" + vietnamese + "\"/>"
                + "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"" + english + "\"/>";
        for (var address : List.of(vietnamese, english)) {
            out.println("<url><loc>" + address + "</loc>" + lastmod(changed) + links + "</url>");
        }
    }

    private static String lastmod(Optional<Instant> changed) {
        return changed.map(moment -> "<lastmod>" + moment.truncatedTo(ChronoUnit.SECONDS) + "</lastmod>")
                .orElse("");
    }
}
