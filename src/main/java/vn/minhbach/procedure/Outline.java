package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.minhbach.shared.Text;

/**
 * A text of several lines as what its writer meant: paragraphs, and lists where lines begin with "-", "+" or another bullet. A bullet
 * other than the one with which the list began stands below the item before it.
 */
public final class Outline {

    private static final Pattern BULLET =
            Pattern.compile("(?<mark>[-+*•●◦–—]{1,3})(?![\\d\\p{Lu}]{1,3}[-/])\\s*+(?<text>\\S.*)");

    private Outline() {}

    /**
     * A paragraph, or a list.
     *
     * @param text of the paragraph; empty for a list
     */
    public record Block(String text, List<Item> items) {

        public boolean isList() {
            return !items.isEmpty();
        }
    }

    /** An item of a list with what stands below it. */
    public record Item(String text, List<String> below) {}

    /** The blocks of a text. */
    public static List<Block> of(String text) {
        var blocks = new ArrayList<Block>();
        var items = new ArrayList<Item>();
        var first = "";
        for (var line : Text.lines(text)) {
            var bullet = BULLET.matcher(line.strip());
            if (!bullet.matches()) {
                close(blocks, items);
                first = "";
                blocks.add(new Block(line, List.of()));
                continue;
            }
            var mark = bullet.group("mark");
            if (first.isEmpty()) {
                first = mark;
            }
            if (mark.equals(first)) {
                items.add(new Item(bullet.group("text"), List.of()));
            } else {
                var above = items.removeLast();
                var below = new ArrayList<>(above.below());
                below.add(bullet.group("text"));
                items.add(new Item(above.text(), List.copyOf(below)));
            }
        }
        close(blocks, items);
        return List.copyOf(blocks);
    }

    private static void close(List<Block> blocks, List<Item> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block("", List.copyOf(items)));
            items.clear();
        }
    }
}
