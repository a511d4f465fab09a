package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of a list fetches what stands on it, and nothing of what stands before it. */
class PagedTest {

    private static final List<Integer> ORDER =
            IntStream.range(0, 95).map(i -> 7 * i % 95).boxed().toList();

    private final List<Integer> fetched = new ArrayList<>();

    private List<String> fetch(List<Integer> keys) {
        fetched.addAll(keys);
        return keys.stream().sorted().map(key -> "item " + key).toList();
    }

    private Paged<String> page(List<Integer> order, int first, int size) {
        return Paged.of(order, first, size, this::fetch, item -> Integer.valueOf(item.substring(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, 20",
        "20, 20, 20",
        "80, 20, 15",
        "94, 1, 1",
        "95, 20, 0",
        "1000000, 20, 0",
        "2147483647, 2147483647, 0",
        "90, 2147483647, 5",
        "0, 0, 0",
        "5, -1, 0",
        "-3, 2, 2"
    })
    void aPageIsThatSliceOfTheOrder(int first, int size, int expected) {
        var page = page(ORDER, first, size);

        var from = Math.min(Math.max(0, first), ORDER.size());
        var keys = ORDER.subList(from, from + expected);
        assertThat(page.items())
                .isEqualTo(keys.stream().map(key -> "item " + key).toList());
        assertThat(page.total()).isEqualTo(95);
        assertThat(fetched).isEqualTo(keys);
    }

    @Test
    void whatIsGoneIsLeftOut() {
        var page = Paged.of(
                List.of(3, 1, 2),
                0,
                3,
                keys -> keys.stream().filter(key -> key != 1).toList(),
                key -> key);

        assertThat(page.items()).containsExactly(3, 2);
    }

    @Test
    void anEmptyListHasAnEmptyPage() {
        assertThat(page(List.of(), 0, 20)).isEqualTo(new Paged<>(List.of(), 0));
        assertThat(fetched).isEmpty();
    }
}
