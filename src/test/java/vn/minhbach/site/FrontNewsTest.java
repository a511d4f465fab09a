package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.minhbach.article.ArticleLine;

/** The home page tells nothing twice. */
class FrontNewsTest {

    @Test
    void whatStandsElsewhereIsNotToldAgain() {
        var newest = lines(0, 12);

        var front = FrontNews.of(newest, lines(2, 8), List.of("/bai-viet/0", "/bai-viet/3", ""));

        assertThat(front.reform())
                .extracting(ArticleLine::url)
                .containsExactly("/bai-viet/2", "/bai-viet/4", "/bai-viet/5");
        assertThat(front.lead()).isEqualTo(newest.get(6));
        assertThat(front.news())
                .extracting(ArticleLine::url)
                .containsExactly("/bai-viet/1", "/bai-viet/7", "/bai-viet/8", "/bai-viet/9");
    }

    @Test
    void thePlacesAreFilledWhileThereIsNewsThatIsNotToldElsewhere() {
        var front = FrontNews.of(lines(0, FrontNews.NEWS + FrontNews.REFORM), lines(0, 3), List.of());

        assertThat(front.news()).hasSize(FrontNews.NEWS - 1);
        assertThat(Stream.concat(
                        Stream.ofNullable(front.lead()), Stream.concat(front.news().stream(), front.reform().stream())))
                .doesNotHaveDuplicates()
                .hasSize(FrontNews.NEWS + FrontNews.REFORM);
    }

    @Test
    void withoutNewsThereIsNoLead() {
        assertThat(FrontNews.of(List.of(), List.of(), List.of())).isEqualTo(new FrontNews(null, List.of(), List.of()));
    }

    /** Every sixth has a picture. */
    private static List<ArticleLine> lines(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> new ArticleLine(
                        "/bai-viet/" + i,
                        "Tin " + i,
                        "",
                        i % 6 == 0 ? "/anh.svg" : "",
                        "",
                        "",
                        "center",
                        Instant.EPOCH,
                        "",
                        "",
                        ""))
                .toList();
    }
}
