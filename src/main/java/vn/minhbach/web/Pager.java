package vn.minhbach.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The row of page numbers under a list. Every page is a plain link, so it works without JavaScript and can be shared.
 *
 * @param page the page shown, from 1
 * @param pages how many pages there are, at least 1
 * @param total how many items there are on all pages
 * @param first rank of the first item shown, from 1; 0 on an empty list
 * @param last rank of the last item shown
 * @param previousUrl empty on the first page
 * @param nextUrl empty on the last page
 */
public record Pager(
        int page,
        int pages,
        long total,
        long first,
        long last,
        String previousUrl,
        String nextUrl,
        List<PageLink> links) {

    /** A number in the row; {@code gap} stands for left-out numbers and is no link. */
    public record PageLink(int number, String url, boolean current, boolean gap) {}

    /** The page meant by what stands in the address; whatever is no number, or out of range, is taken to the nearest. */
    public static int page(String parameter, long total, int size) {
        return Slice.number(parameter, 1, 1, pages(total, size));
    }

    public static Pager of(int page, int size, long total, IntFunction<String> url) {
        var pages = pages(total, size);
        var links = new ArrayList<PageLink>();
        for (var number = 1; number <= pages; number++) {
            if (number == 1 || number == pages || Math.abs(number - page) <= 2) {
                links.add(new PageLink(number, url.apply(number), number == page, false));
            } else if (!links.getLast().gap()) {
                links.add(new PageLink(number, "", false, true));
            }
        }
        return new Pager(
                page,
                pages,
                total,
                total == 0 ? 0 : (page - 1L) * size + 1,
                Math.min(total, (long) page * size),
                page > 1 ? url.apply(page - 1) : "",
                page < pages ? url.apply(page + 1) : "",
                List.copyOf(links));
    }

    private static int pages(long total, int size) {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
