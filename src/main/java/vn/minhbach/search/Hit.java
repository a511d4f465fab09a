package vn.minhbach.search;

import java.util.Map;

/**
 * An item that was found.
 *
 * @param titleHtml the title with the words that matched in {@code <mark>}; everything else is escaped
 * @param snippetHtml the best passage, likewise; empty where nothing of the body matched
 * @param shown what the item's kind wants a list to say, see {@link SearchDocument#shown()}
 */
public record Hit(
        String kind,
        String id,
        String title,
        String path,
        float score,
        String titleHtml,
        String snippetHtml,
        Map<String, String> shown,
        boolean ended) {

    /** What the item is known by outside the portal: the last part of its address. */
    public String publicId() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
