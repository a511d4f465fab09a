package vn.minhbach.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Link;

/**
 * What somebody wants to know first of the one item that a query clearly means, so that it stands above the results: of a
 * procedure where to go, how long it takes, what it costs, which papers it needs.
 *
 * @param title the item's name, or the beginning of a long one
 * @param whole the name in full where the title is cut; else empty
 * @param url its page
 * @param ended in words that it holds no more; empty while it does
 * @param note what the page has to say of it before anybody goes by it; empty if nothing
 * @param facts what is known, in the order in which people ask
 * @param deed where it can be done at once; null where it cannot
 */
public record Answer(
        String title,
        String whole,
        String url,
        String ended,
        String note,
        List<Fact> facts,
        @Nullable Link deed) {

    /**
     * The answer to one question.
     *
     * @param icon the symbol of the theme's icon set
     * @param question in short: "How long"
     * @param lines the answer, each line a statement of its own; never empty
     * @param more where the rest of it stands; null if this is all
     */
    public record Fact(
            String icon,
            String question,
            List<String> lines,
            @Nullable Link more) {}
}
