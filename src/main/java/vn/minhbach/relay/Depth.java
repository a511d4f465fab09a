package vn.minhbach.relay;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps markup of others that goes deep from whoever takes it apart: elements within elements cost as much as the square of their number, so
 * that a small feed could keep the portal busy for hours.
 */
final class Depth {

    /** No news goes deeper. */
    private static final int DEEPEST = 100;

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*+)");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*+>");

    /** They are seldom closed, and never stand within their like without another between them. */
    private static final Set<String> FLAT = Set.of(
            "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
            "param", "source", "td", "th", "tr", "track", "wbr");

    private Depth() {}

    /** The text as it is; what goes too deep without its markup. */
    static String bounded(String html) {
        return isDeep(html) ? MARKUP.matcher(html).replaceAll(" ") : html;
    }

    private static boolean isDeep(String html) {
        var depth = 0;
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (FLAT.contains(tags.group(2).toLowerCase(Locale.ROOT))) {
                continue;
            }
            depth = tags.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
