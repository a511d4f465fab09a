package vn.minhbach.editorial;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import vn.minhbach.shared.Html;

/**
 * What two people made of one text at the same time, put together paragraph by paragraph: what only one of them changed is as they have it.
 * Where both changed the same, both stand there, the other's first: nobody's words are lost, and a person has to choose.
 *
 * @param html the text put together
 * @param clashes in how many places both stand
 */
public record Merge(String html, int clashes) {

    /** What somebody did to a stretch of the text from which both began. */
    private record Change(int from, int to, List<String> became) {

        /** What is put in between two paragraphs touches neither of them; two additions in one place touch each other. */
        boolean touches(Change other) {
            return from == to && other.from == other.to ? from == other.from : from < other.to && other.from < to;
        }
    }

    /** Whether the texts have too many paragraphs to be put together one by one: then it is one of them or the other. */
    static boolean isTooLong(String base, String theirs, String mine) {
        var begun = paragraphs(base);
        return Comparison.isTooLong(begun, paragraphs(theirs)) || Comparison.isTooLong(begun, paragraphs(mine));
    }

    /** @param base from which both began; all three as rich text, which is cleaned */
    public static Merge of(String base, String theirs, String mine) {
        var begun = paragraphs(base);
        var ofThem = changes(begun, paragraphs(theirs));
        var ofMe = changes(begun, paragraphs(mine));
        var merged = new ArrayList<String>();
        var clashes = 0;
        var at = 0;
        while (!ofThem.isEmpty() || !ofMe.isEmpty()) {
            var them = new ArrayList<Change>();
            var me = new ArrayList<Change>();
            var first = Stream.concat(ofThem.stream().limit(1), ofMe.stream().limit(1))
                    .min(Comparator.comparingInt(Change::from).thenComparingInt(Change::to))
                    .orElseThrow();
            var span = new Change(first.from(), first.to(), List.of());
            // Whatever touches the stretch makes it longer, and may touch more of the other's.
            for (var grown = true; grown; ) {
                var before = span;
                span = taken(ofMe, me, taken(ofThem, them, span));
                grown = !span.equals(before);
            }
            merged.addAll(begun.subList(at, span.from()));
            var theirPart = applied(begun, span, them);
            var myPart = applied(begun, span, me);
            if (me.isEmpty() || theirPart.equals(myPart)) {
                merged.addAll(theirPart);
            } else if (them.isEmpty()) {
                merged.addAll(myPart);
            } else {
                merged.addAll(theirPart);
                merged.addAll(myPart);
                clashes++;
            }
            at = span.to();
        }
        merged.addAll(begun.subList(at, begun.size()));
        return new Merge(String.join("", merged), clashes);
    }

    /** Takes what touches a stretch. @return the stretch with all of that */
    private static Change taken(List<Change> left, List<Change> taken, Change span) {
        var grown = span;
        while (!left.isEmpty() && grown.touches(left.getFirst())) {
            var next = left.removeFirst();
            taken.add(next);
            grown = new Change(Math.min(grown.from(), next.from()), Math.max(grown.to(), next.to()), List.of());
        }
        return grown;
    }

    /** A stretch as somebody has it. */
    private static List<String> applied(List<String> begun, Change span, List<Change> changes) {
        var part = new ArrayList<String>();
        var at = span.from();
        for (var change : changes) {
            part.addAll(begun.subList(at, change.from()));
            part.addAll(change.became());
            at = change.to();
        }
        part.addAll(begun.subList(at, span.to()));
        return part;
    }

    private static List<Change> changes(List<String> before, List<String> after) {
        var changes = new ArrayList<Change>();
        if (Comparison.isTooLong(before, after)) {
            // Changed as a whole, or not at all: whoever sends a huge text keeps nobody waiting, and nothing is lost.
            if (!before.equals(after)) {
                changes.add(new Change(0, before.size(), after));
            }
            return changes;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            var source = delta.getSource();
            changes.add(new Change(
                    source.getPosition(),
                    source.getPosition() + source.size(),
                    delta.getTarget().getLines()));
        }
        return changes;
    }

    /** The text in its largest parts: paragraphs, headings, whole lists and tables. */
    private static List<String> paragraphs(String html) {
        var document = Jsoup.parseBodyFragment(Html.clean(html));
        document.outputSettings().prettyPrint(false);
        return document.body().childNodes().stream()
                .map(Node::outerHtml)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
