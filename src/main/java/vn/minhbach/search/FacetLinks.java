package vn.minhbach.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import vn.minhbach.shared.PageAddress;
import vn.minhbach.shared.Visit;

/** Turns counted facets into links: following one chooses a value, or takes the choice back. */
public final class FacetLinks {

    /** So many values of a facet are shown at once; the rarer ones are folded away. */
    private static final int SHOWN = 8;

    private FacetLinks() {}

    /**
     * The facets of a list in the order of their names.
     *
     * @param names request parameter and name of each facet
     * @param chosen the values chosen by now, by request parameter
     * @param address the list as it is now
     * @param label what a value is called, by the facet's name and the value
     */
    public static List<Facet> of(
            Map<String, String> names,
            Map<String, List<String>> chosen,
            SearchResult result,
            PageAddress address,
            Visit visit,
            BiFunction<String, String, String> label) {
        var facets = new ArrayList<Facet>();
        names.forEach((key, name) -> {
            var values = result.facets().getOrDefault(name, List.of()).stream()
                    .map(count -> new FacetValue(
                            label.apply(name, count.value()),
                            count.count(),
                            address.toggle(key, count.value()).toString(),
                            chosen.getOrDefault(key, List.of()).contains(count.value())))
                    .sorted(Comparator.comparing(FacetValue::selected).reversed())
                    .toList();
            if (!values.isEmpty()) {
                var shown = Math.min(SHOWN, values.size());
                facets.add(new Facet(
                        key,
                        visit.text("search.facet." + name),
                        values.subList(0, shown),
                        values.subList(shown, values.size())));
            }
        });
        return List.copyOf(facets);
    }
}
