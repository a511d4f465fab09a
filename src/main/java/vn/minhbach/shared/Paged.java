package vn.minhbach.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param items what stands on the page
 * @param total how many there are on all pages
 */
public record Paged<T>(List<T> items, long total) {

    /** The same page with each item shown differently. */
    public <R> Paged<R> map(Function<? super T, ? extends R> view) {
        return new Paged<>(items.stream().<R>map(view).toList(), total);
    }
}
