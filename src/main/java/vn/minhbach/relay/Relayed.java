package vn.minhbach.relay;

import java.util.List;
import org.jsoup.Jsoup;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/** An article as it is made of somebody else's news. */
final class Relayed {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LEAD = 600;
    private static final int LONGEST_BODY = 400_000;

    private Relayed() {}

    /**
     * With the words of the source, and without what it would have readers' browsers fetch: pictures and films lie on the source's
     * servers, which would learn who reads us; editors put in their own.
     */
    static ArticleContent content(FeedEntry entry, String sourceName, long section) {
        var body = body(entry);
        var lead = entry.summary().isEmpty() ? Text.line(Html.text(body)) : entry.summary();
        return new ArticleContent(
                Text.shorten(entry.title(), LONGEST_TITLE),
                lead.isEmpty() ? Text.shorten(entry.title(), LONGEST_TITLE) : Text.shorten(lead, LONGEST_LEAD),
                body,
                "",
                sourceName,
                entry.link(),
                List.of(),
                List.of(),
                section,
                null,
                "");
    }

    private static String body(FeedEntry entry) {
        var document = Jsoup.parseBodyFragment(Html.clean(entry.html()), entry.link());
        document.select("img, picture, video, audio, iframe, object, embed, figure:not(:has(table))")
                .remove();
        document.select("a[href]").forEach(link -> {
            var target = link.absUrl("href");
            if (target.startsWith("http://") || target.startsWith("https://")) {
                link.attr("href", target);
            } else {
                link.unwrap();
            }
        });
        document.outputSettings().prettyPrint(false);
        var body = document.body().html();
        return body.length() <= LONGEST_BODY
                ? body
                : "<p>" + Html.escape(Text.shorten(Html.text(body), LONGEST_BODY / 8)) + "</p>";
    }
}
