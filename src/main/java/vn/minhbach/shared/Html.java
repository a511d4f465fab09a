package vn.minhbach.shared;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;

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
        var out = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    out.append(words.text());
                } else if (parts(node)) {
                    out.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (parts(node)) {
                    out.append('\n');
                }
            }
        });
        return String.join("\n", Text.lines(out.toString()));
    }

    /** Whether the words before and after belong to different lines. */
    private static boolean parts(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.nameIs("br") || element.nameIs("td") || element.nameIs("th"));
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
