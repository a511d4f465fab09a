package vn.minhbach.editorial;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.minhbach.shared.Html;

/**
 * Two texts side by side, word by word: what was taken out stands in {@code del} on the left, what was put in in {@code ins} on the
 * right, and what only looks otherwise (bold, a link that leads elsewhere, a heading) in {@code mark} on both sides. Each side keeps its
 * own headings, lists and tables.
 *
 * @param before the older text as HTML
 * @param after the newer one
 */
public record Comparison(String before, String after, boolean differs) {

    private static final Pattern WORD = Pattern.compile("\\S++");

    /** What is looked at part by part; in longer stretches everything counts as changed, so that it is done in time. */
    static final int LONGEST_STRETCH = 6_000;

    private enum Change {
        NONE,
        FORMAT,
        WORD
    }

    /** A word, or a picture, and how it looks. */
    private static final class Token {

        private final String text;
        private final String look;
        private final Node node;
        private final int start;
        private final int end;
        private Change change = Change.WORD;

        Token(String text, String look, Node node, int start, int end) {
            this.text = text;
            this.look = look;
            this.node = node;
            this.start = start;
            this.end = end;
        }
    }

    /** A paragraph, a cell, an item of a list. */
    private record Block(String text, List<Token> tokens) {}

    /** Of rich text that was cleaned when it was stored; it is cleaned once more before it is marked. */
    public static Comparison ofHtml(String before, String after) {
        var one = Jsoup.parseBodyFragment(Html.clean(before));
        var other = Jsoup.parseBodyFragment(Html.clean(after));
        var left = blocks(one);
        var right = blocks(other);
        pair(left, right);
        var changed = mark(left, "del") | mark(right, "ins");
        return new Comparison(html(one), html(other), changed);
    }

    /** Of plain text. */
    public static Comparison ofText(String before, String after) {
        return ofHtml(Html.escape(before), Html.escape(after));
    }

    /** Whether two stretches have more parts, paragraphs or words, than are looked at one by one: what that takes grows with their square. */
    static boolean isTooLong(List<?> one, List<?> other) {
        return one.size() + other.size() > LONGEST_STRETCH;
    }

    private static String html(Document document) {
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    private static List<Block> blocks(Document document) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Token>();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    var look = look(words);
                    WORD.matcher(words.getWholeText())
                            .results()
                            .forEach(word -> open.add(new Token(word.group(), look, words, word.start(), word.end())));
                } else if (node instanceof Element element) {
                    if (element.nameIs("img")) {
                        open.add(new Token(
                                "img " + element.attr("src"), element.attr("alt") + look(element), element, 0, 0));
                    } else if (element.isBlock() || element.nameIs("td") || element.nameIs("th")) {
                        close();
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element
                        && (element.isBlock() || element.nameIs("td") || element.nameIs("th"))) {
                    close();
                }
            }

            private void close() {
                if (!open.isEmpty()) {
                    blocks.add(block(open));
                    open.clear();
                }
            }
        });
        if (!open.isEmpty()) {
            blocks.add(block(open));
        }
        return blocks;
    }

    private static Block block(List<Token> tokens) {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text).append(' '));
        return new Block(text.toString(), List.copyOf(tokens));
    }

    /** The elements around a word, with where a link leads. */
    private static String look(Node node) {
        var look = new StringBuilder();
        for (var at = node.parent(); at instanceof Element element && !element.nameIs("body"); at = at.parent()) {
            look.append(element.normalName());
            if (element.nameIs("a")) {
                look.append(element.attr("href"));
            }
            look.append(' ');
        }
        return look.toString();
    }

    /** Paragraphs first, then the words of those that differ. */
    private static void pair(List<Block> left, List<Block> right) {
        var ones = left.stream().map(Block::text).toList();
        var others = right.stream().map(Block::text).toList();
        if (isTooLong(ones, others) && !ones.equals(others)) {
            return;
        }
        for (var delta : DiffUtils.diff(ones, others, true).getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            var from = left.subList(source.getPosition(), source.getPosition() + source.size());
            var to = right.subList(target.getPosition(), target.getPosition() + target.size());
            if (delta.getType() == DeltaType.EQUAL) {
                same(tokens(from), tokens(to));
            } else {
                words(tokens(from), tokens(to));
            }
        }
    }

    private static List<Token> tokens(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.tokens().stream()).toList();
    }

    private static void words(List<Token> from, List<Token> to) {
        if (from.isEmpty() || to.isEmpty() || isTooLong(from, to)) {
            return;
        }
        var ones = from.stream().map(token -> token.text).toList();
        var others = to.stream().map(token -> token.text).toList();
        for (var delta : DiffUtils.diff(ones, others, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                var source = delta.getSource();
                var target = delta.getTarget();
                same(
                        from.subList(source.getPosition(), source.getPosition() + source.size()),
                        to.subList(target.getPosition(), target.getPosition() + target.size()));
            }
        }
    }

    private static void same(List<Token> from, List<Token> to) {
        for (var i = 0; i < from.size(); i++) {
            var change = from.get(i).look.equals(to.get(i).look) ? Change.NONE : Change.FORMAT;
            from.get(i).change = change;
            to.get(i).change = change;
        }
    }

    /** @param word the element around words that the other side does not have */
    private static boolean mark(List<Block> blocks, String word) {
        Map<Node, List<Token>> byNode = new HashMap<>();
        var changed = false;
        for (var block : blocks) {
            for (var token : block.tokens()) {
                changed |= token.change != Change.NONE;
                byNode.computeIfAbsent(token.node, unused -> new ArrayList<>()).add(token);
            }
        }
        byNode.forEach((node, tokens) -> {
            if (tokens.stream().allMatch(token -> token.change == Change.NONE)) {
                return;
            }
            if (node instanceof TextNode text) {
                mark(text, tokens, word);
            } else {
                node.wrap("<" + element(tokens.getFirst().change, word) + "></"
                        + element(tokens.getFirst().change, word) + ">");
            }
        });
        return changed;
    }

    private static String element(Change change, String word) {
        return change == Change.FORMAT ? "mark" : word;
    }

    /** Neighbours that changed alike stand in one element, with the gaps between them. */
    private static void mark(TextNode node, List<Token> tokens, String word) {
        var text = node.getWholeText();
        var parts = new ArrayList<Node>();
        var at = 0;
        for (var i = 0; i < tokens.size(); ) {
            var first = tokens.get(i);
            var last = first;
            for (i++; i < tokens.size() && tokens.get(i).change == first.change; i++) {
                last = tokens.get(i);
            }
            if (first.start > at) {
                parts.add(new TextNode(text.substring(at, first.start)));
            }
            var said = new TextNode(text.substring(first.start, last.end));
            parts.add(first.change == Change.NONE ? said : new Element(element(first.change, word)).appendChild(said));
            at = last.end;
        }
        if (at < text.length()) {
            parts.add(new TextNode(text.substring(at)));
        }
        for (var part : parts) {
            node.before(part);
        }
        node.remove();
    }
}
