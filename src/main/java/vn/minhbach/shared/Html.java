package vn.minhbach.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;

/** Rich text that people write: cleaned when it is stored, so that it may be printed as it is. */
public final class Html {

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("figure", "figcaption", "caption", "section", "video", "audio", "hr")
            .addAttributes("th", "scope")
            .addAttributes("a", "rel")
            .addAttributes("figure", "class")
            .addAttributes("span", "class")
            .addAttributes("video", "src", "controls", "preload", "aria-label")
            .addAttributes("audio", "src", "controls", "preload", "aria-label")
            .addProtocols("a", "href", "tel")
            .removeTags("font", "h1")
            .removeAttributes("img", "align")
            .removeAttributes("td", "width")
            .removeAttributes("th", "width")
            .removeAttributes("table", "width", "summary")
            .preserveRelativeLinks(true);

    /** What the look knows: a clip, whose picture it is, and which part of a picture stays when it is cropped. */
    private static final Pattern CLASS =
            Pattern.compile("clip|credit|focus-(?:top|bottom)(?:-left|-right)?+|focus-(?:left|center|right)");

    /** A picture from elsewhere would tell that place who reads here, and may be another one tomorrow. */
    private static final Pattern OWN_FILE = Pattern.compile("/tep/[0-9]{1,18}/[^\\s\"'<>\\\\]++");

    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\n\\s*\n");

    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?+");

    private static final List<String> DESCRIPTIONS = List.of("alt", "title", "aria-label");

    private static final Set<String> SCOPES = Set.of("col", "row", "colgroup", "rowgroup");

    private Html() {}

    /**
     * Keeps headings, lists, tables, links, and pictures and clips that the portal itself keeps; drops scripts, styles and whatever else
     * could do harm. This alone decides what is stored: the editor in the browser offers the same, and is not believed.
     */
    public static String clean(String html) {
        // What is left may be read otherwise than it was: a paragraph within another, say. Twice, it stays as it is.
        return pass(pass(Text.clean(html)));
    }

    private static String pass(String html) {
        var given = Jsoup.parseBodyFragment(html, "https://portal.invalid/");
        given.select("h1").forEach(heading -> heading.tagName("h2"));
        var clean = new Cleaner(ALLOWED).clean(given);
        clean.outputSettings(new OutputSettings().prettyPrint(false));
        clean.select("img, video, audio").forEach(Html::ownFileOnly);
        clean.select("[class]").forEach(Html::knownClassesOnly);
        clean.select("th[scope]").stream()
                .filter(cell -> !SCOPES.contains(cell.attr("scope")))
                .forEach(cell -> cell.removeAttr("scope"));
        for (var span : List.of("colspan", "rowspan")) {
            clean.select("[" + span + "]").stream()
                    .filter(cell -> !SPAN.matcher(cell.attr(span)).matches())
                    .forEach(cell -> cell.removeAttr(span));
        }
        return clean.body().html();
    }

    private static void ownFileOnly(Element media) {
        if (!OWN_FILE.matcher(media.attr("src")).matches()) {
            media.remove();
        } else if (!media.nameIs("img")) {
            // Nothing plays, and nothing is fetched, before somebody asks for it.
            media.attr("controls", "controls").attr("preload", "none");
        }
    }

    private static void knownClassesOnly(Element element) {
        element.classNames(element.classNames().stream()
                .filter(each -> CLASS.matcher(each).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * Clean HTML as it can be read elsewhere.
     *
     * @param home the address of the portal, with a slash at its end; what the text says without a host lies there
     */
    public static String absolute(String html, String home) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        for (var name : List.of("src", "href")) {
            document.select("[" + name + "^=/]").stream()
                    .filter(element -> !element.attr(name).startsWith("//"))
                    .forEach(element ->
                            element.attr(name, home + element.attr(name).substring(1)));
        }
        return document.body().html();
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

    /**
     * What somebody wrote into a field of rich text, cleaned. Without a single element it is plain text, as where no script made an editor
     * of the field: its lines become paragraphs. Empty if it says and shows nothing.
     */
    public static String rich(String given) {
        var clean = clean(given);
        var body = Jsoup.parseBodyFragment(clean).body();
        if (body.childrenSize() == 0) {
            return paragraphs(body.wholeText());
        }
        return Text.line(text(clean)).isEmpty()
                        && body.select("img, video, audio").isEmpty()
                ? ""
                : clean;
    }

    /** Plain text as rich text: a paragraph for each part between empty lines. */
    public static String paragraphs(String text) {
        return Text.clean(text)
                .strip()
                .lines()
                .collect(Collectors.joining("\n"))
                .transform(BETWEEN_PARAGRAPHS::splitAsStream)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> "<p>" + escape(part).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    /** All that rich text tells whoever looks closely: its words, and what its addresses and descriptions say. */
    public static String everything(String html) {
        var out = new StringBuilder(text(html));
        for (var element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            element.attributes().forEach(attribute -> out.append('\n').append(attribute.getValue()));
        }
        return out.toString();
    }

    /**
     * The words of rich text one behind the other, a new line between blocks: places in it are those that {@link #replace} takes.
     */
    public static String running(String html) {
        return new Running(html).text.toString();
    }

    /**
     * Clean rich text that says something else at one place, whatever markup parts what stood there.
     *
     * @param start the first letter, in {@link #running}
     * @param end behind the last
     */
    public static String replace(String html, int start, int end, String words) {
        return new Running(html).replaced(start, end, words);
    }

    /** What pictures, clips and links of rich text say of themselves to whoever does not see them. */
    public static List<String> descriptions(String html) {
        return Jsoup.parseBodyFragment(html).body().getAllElements().stream()
                .flatMap(element -> DESCRIPTIONS.stream().map(element::attr))
                .filter(said -> !said.isBlank())
                .toList();
    }

    /** Rich text with its words in one piece, and where each of them lies. */
    private static final class Running implements NodeVisitor {

        private final Element body;
        private final StringBuilder text = new StringBuilder();
        private final List<TextNode> nodes = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        Running(String html) {
            var document = Jsoup.parseBodyFragment(html);
            document.outputSettings(new OutputSettings().prettyPrint(false));
            body = document.body();
            body.traverse(this);
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                nodes.add(words);
                starts.add(text.length());
                // Who breaks a line in the markup parts nothing.
                text.append(words.getWholeText().replace('\n', ' '));
            } else if (parts(node)) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (parts(node)) {
                text.append('\n');
            }
        }

        String replaced(int start, int end, String words) {
            var said = words;
            for (var i = 0; i < nodes.size(); i++) {
                var node = nodes.get(i);
                var own = node.getWholeText();
                var from = Math.max(0, start - starts.get(i));
                var to = Math.min(own.length(), end - starts.get(i));
                if (from < to) {
                    node.text(own.substring(0, from) + said + own.substring(to));
                    said = "";
                }
            }
            return body.html();
        }
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
