package vn.minhbach.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/**
 * Turns counted facets into links: following one chooses a value, or takes the choice back. Beside a list stand the most
 * frequent values of each facet; one with very many opens in its place, by a link, so that nobody has to load hundreds of links
 * with every list.
 */
public final class FacetLinks {

    /** The parameter that names the facet whose values are all to be shown. */
    private static final String ALL = "xem";

    /** So many values of a facet stand beside a list. */
    private static final int SHOWN = 8;

    /** A facet with a few more is shown whole. */
    private static final int TOLERATED = SHOWN + 2;

    private final Map<String, String> names;
    private final Map<String, List<String>> chosen;
    private final SearchResult result;
    private final PageAddress address;
    private final Visit visit;
    private final BiFunction<String, String, String> label;

    /**
     * @param names request parameter and name of each facet, in the order shown
     * @param chosen the values chosen by now, by request parameter
     * @param address the list as it is now
     * @param label what a value is called, by the facet's name and the value
     */
    public FacetLinks(
            Map<String, String> names,
            Map<String, List<String>> chosen,
            SearchResult result,
            PageAddress address,
            Visit visit,
            BiFunction<String, String, String> label) {
        this.names = names;
        this.chosen = chosen;
        this.result = result;
        this.address = address;
        this.visit = visit;
        this.label = label;
    }

    /** The facets to stand beside the list. */
    public List<Facet> beside() {
        var facets = new ArrayList<Facet>();
        names.forEach((key, name) -> {
            var counts = result.facets().getOrDefault(name, List.of());
            if (!counts.isEmpty()) {
                var whole = counts.size() <= TOLERATED;
                var chosenFirst = Stream.concat(
                        counts.stream().filter(count -> isChosen(key, count)),
                        counts.stream().filter(count -> !isChosen(key, count)));
                facets.add(new Facet(
                        key,
                        label(name),
                        chosenFirst
                                .limit(whole ? counts.size() : SHOWN)
                                .map(count -> value(key, name, count))
                                .toList(),
                        counts.size(),
                        whole ? "" : address.with(ALL, key) + "#facet-" + key,
                        whole ? List.of() : all(key, name, counts)));
            }
        });
        return List.copyOf(facets);
    }

    /** All values by name, if the reader has asked for them. */
    private List<FacetValue> all(String key, String name, List<SearchResult.Count> counts) {
        return key.equals(visit.parameter(ALL))
                ? counts.stream()
                        .map(count -> value(key, name, count))
                        .sorted(Comparator.comparing(value -> SortKey.of(value.label())))
                        .toList()
                : List.of();
    }

    private String label(String name) {
        return visit.text("search.facet." + name);
    }

    private FacetValue value(String key, String name, SearchResult.Count count) {
        return new FacetValue(
                label.apply(name, count.value()),
                count.count(),
                address.toggle(key, count.value()).toString(),
                isChosen(key, count));
    }

    private boolean isChosen(String key, SearchResult.Count count) {
        return chosen.getOrDefault(key, List.of()).contains(count.value());
    }
}
