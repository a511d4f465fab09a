package vn.minhbach.search;

import java.util.List;

/**
 * A way to narrow a list, as a page shows it.
 *
 * @param key the request parameter
 * @param label its name in the reader's language
 * @param values the chosen and the most frequent values, or all of them
 * @param total how many values there are
 * @param allUrl the same page with all of them opened in their place; empty if they are all here
 * @param all all of them by name, where the reader has opened them; else empty
 */
public record Facet(
        String key, String label, List<FacetValue> values, int total, String allUrl, List<FacetValue> all) {}
