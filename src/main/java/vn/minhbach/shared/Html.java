package vn.minhbach.shared;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/** Rich text that people write: cleaned when it is stored, so that it may be printed as it is. */
public final class Html {

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("figure", "figcaption", "caption", "section")
            .addAttributes("th", "scope")
            .addAttributes("a", "rel")
            .removeTags("font", "h1")
            .removeAttributes("td", "width")
            .removeAttributes("th", "width")
            .removeAttributes("table", "width", "summary")
            .preserveRelativeLinks(true);

    private Html() {}

    /** Keeps headings, lists, tables, links and pictures; drops scripts, styles and whatever else could do harm. */
    public static String clean(String html) {
        return Jsoup.clean(
                Text.clean(html), "https://portal.invalid/", ALLOWED, new OutputSettings().prettyPrint(false));
    }

    /** The words of rich text, one line a block. */
    public static String text(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }

    /** Plain text made safe to stand in HTML. */
    public static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
