package vn.minhbach.shared;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One page of a longer list.
 *
 * @param items what stands on the page
 * @param total how many there are on all pages
 */
public record Paged<T>(List<T> items, long total) {

    /**
     * A page of a list whose order is known: only what stands on the page is fetched, so the last page costs what the first
     * one costs. What is gone since the order was made is left out.
     *
     * @param order the keys of the whole list
     * @param first how many items stand before the page; may lie beyond the end
     * @param fetch what some keys stand for, in any order
     */
    public static <K, T> Paged<T> of(
            List<K> order, int first, int size, Function<List<K>, List<T>> fetch, Function<T, K> key) {
        var keys = part(order, first, size);
        if (keys.isEmpty()) {
            return new Paged<>(List.of(), order.size());
        }
        var found = fetch.apply(keys).stream().collect(Collectors.toMap(key, Function.identity()));
        return new Paged<>(
                keys.stream().map(found::get).filter(Objects::nonNull).toList(), order.size());
    }

    /** What of a list stands on a page of it. */
    public static <K> List<K> part(List<K> order, int first, int size) {
        var from = Math.clamp(first, 0, order.size());
        return order.subList(from, from + Math.clamp(size, 0, order.size() - from));
    }

    /** The same page with each item shown differently. */
    public <R> Paged<R> map(Function<? super T, ? extends R> view) {
        return new Paged<>(items.stream().<R>map(view).toList(), total);
    }
}
