package vn.minhbach.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.article.ArticleLine;

/**
 * Which articles the home page tells, each once: what a notice or a banner leads to is not told again as news, and what stands in the
 * reform column does not stand among the other news.
 *
 * @param lead what editors pinned first; else the first news with a picture, told at length; without any picture, the first; null if there is
 *     no news
 * @param news the other news
 * @param reform those of the reform column
 */
record FrontNews(@Nullable ArticleLine lead, List<ArticleLine> news, List<ArticleLine> reform) {

    static final int NEWS = 5;
    static final int REFORM = 3;

    /**
     * @param newest articles of all sections, the newest first: as many more than are shown as stand elsewhere
     * @param ofReform the same of the reform column
     * @param elsewhere the addresses to which the page leads anyway
     */
    static FrontNews of(List<ArticleLine> newest, List<ArticleLine> ofReform, Collection<String> elsewhere) {
        return of(List.of(), newest, ofReform, elsewhere, NEWS, REFORM);
    }

    /**
     * @param pinned what editors put first, in their order, wherever else it is told
     * @param news how many news there are to be, the lead included
     * @param reforms how many of the reform column
     */
    static FrontNews of(
            List<ArticleLine> pinned,
            List<ArticleLine> newest,
            List<ArticleLine> ofReform,
            Collection<String> elsewhere,
            int news,
            int reforms) {
        Set<String> told = new HashSet<>(elsewhere);
        pinned.forEach(line -> told.add(line.url()));
        var reform = untold(ofReform, told).limit(reforms).toList();
        reform.forEach(line -> told.add(line.url()));
        var others =
                Stream.concat(pinned.stream(), untold(newest, told)).limit(news).toList();
        var lead = pinned.isEmpty()
                ? others.stream()
                        .filter(line -> !line.imageUrl().isEmpty())
                        .findFirst()
                        .orElse(others.isEmpty() ? null : others.getFirst())
                : others.isEmpty() ? null : others.getFirst();
        return new FrontNews(
                lead, others.stream().filter(line -> !line.equals(lead)).toList(), reform);
    }

    private static Stream<ArticleLine> untold(List<ArticleLine> lines, Set<String> told) {
        return lines.stream().filter(line -> !told.contains(line.url()));
    }
}
