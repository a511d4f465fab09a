package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row of page numbers, and what people write into its address. */
class PagerTest {

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "abc, 1",
        "-5, 1",
        "0, 1",
        "1, 1",
        "' 3 ', 3",
        "5, 5",
        "6, 5",
        "2147483648, 5",
        "99999999999999999999, 5",
        "-99999999999999999999, 1",
        "2e3, 1",
        "1 or 1=1, 1"
    })
    void theAddressNamesTheNearestPageThereIs(String parameter, int page) {
        assertThat(Pager.page(parameter, 41, 10)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "10, 1", "11, 2", "20, 2", "21, 3"})
    void aBegunPageIsAPage(long total, int pages) {
        assertThat(Pager.page("1000", total, 10)).isEqualTo(pages);
        assertThat(pager(1, total).pages()).isEqualTo(pages);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, '[1]'",
        "3, 5, '1 2 [3] 4 5'",
        "1, 20, '[1] 2 3 … 20'",
        "4, 20, '1 2 3 [4] 5 6 … 20'",
        "10, 20, '1 … 8 9 [10] 11 12 … 20'",
        "20, 20, '1 … 18 19 [20]'",
    })
    void theRowShowsTheEndsTheNeighboursAndOneGapOnEitherSide(int page, int pages, String row) {
        assertThat(row(pager(page, pages * 10L))).isEqualTo(row);
    }

    @Test
    void aGapIsNoLinkAndEverythingElseIs() {
        assertThat(pager(10, 200).links())
                .allSatisfy(link -> assertThat(link.url()).isEqualTo(link.gap() ? "" : "?trang=" + link.number()));
    }

    @Test
    void theFirstPageHasNothingBeforeItAndTheLastNothingAfter() {
        assertThat(pager(1, 30).previousUrl()).isEmpty();
        assertThat(pager(1, 30).nextUrl()).isEqualTo("?trang=2");
        assertThat(pager(2, 30).previousUrl()).isEqualTo("?trang=1");
        assertThat(pager(3, 30).nextUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "1, 7, 1, 7", "1, 25, 1, 10", "3, 25, 21, 25", "2, 20, 11, 20"})
    void itSaysWhichItemsAreShown(int page, long total, long first, long last) {
        assertThat(pager(page, total).first()).isEqualTo(first);
        assertThat(pager(page, total).last()).isEqualTo(last);
    }

    private static Pager pager(int page, long total) {
        return Pager.of(page, 10, total, number -> "?trang=" + number);
    }

    private static String row(Pager pager) {
        return pager.links().stream()
                .map(link -> link.gap() ? "…" : link.current() ? "[" + link.number() + "]" : "" + link.number())
                .collect(Collectors.joining(" "));
    }
}
