package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/** Beside a list stand some values of each facet; a long one opens in its place. */
class FacetLinksTest {

    private static final PageAddress LIST = PageAddress.of("/danh-muc-thu-tuc").with("q", "thẻ");

    @Test
    void aLongFacetShowsWhatIsChosenAndTheMostFrequentAndLeadsToTheRest() {
        var facet = links(30, Map.of("linh-vuc", List.of("Giá trị 25")), "")
                .beside()
                .getFirst();

        assertThat(facet.values()).hasSize(8);
        assertThat(facet.values().getFirst().label()).isEqualTo("GIÁ TRỊ 25");
        assertThat(facet.values().getFirst().selected()).isTrue();
        assertThat(facet.values().get(1).label()).isEqualTo("GIÁ TRỊ 10");
        assertThat(facet.total()).isEqualTo(30);
        assertThat(facet.allUrl()).isEqualTo("/danh-muc-thu-tuc?q=th%E1%BA%BB&xem=linh-vuc#facet-linh-vuc");
        assertThat(facet.all()).isEmpty();
    }

    @Test
    void aShortFacetIsShownWhole() {
        var facet = links(10, Map.of(), "").beside().getFirst();

        assertThat(facet.values()).hasSize(10);
        assertThat(facet.allUrl()).isEmpty();
    }

    @Test
    void whereTheReaderOpensItAllValuesComeByNameBesideTheList() {
        var facet = links(30, Map.of(), "linh-vuc").beside().getFirst();

        assertThat(facet.values()).hasSize(8);
        assertThat(facet.all())
                .hasSize(30)
                .isSortedAccordingTo((a, b) -> a.label().compareTo(b.label()));
        assertThat(facet.all().getFirst().url())
                .isEqualTo("/danh-muc-thu-tuc?q=th%E1%BA%BB&linh-vuc=Gi%C3%A1+tr%E1%BB%8B+10");
        assertThat(links(30, Map.of(), "khong-co").beside().getFirst().all()).isEmpty();
        assertThat(links(10, Map.of(), "linh-vuc").beside().getFirst().all())
                .as("it is whole already")
                .isEmpty();
    }

    private static FacetLinks links(int values, Map<String, List<String>> chosen, String asked) {
        var counts = IntStream.range(0, values)
                .mapToObj(i -> new SearchResult.Count("Giá trị " + (10 + i), 100 - i))
                .toList();
        var visit = new Visit() {
            @Override
            public String parameter(String name) {
                return name.equals("xem") ? asked : "";
            }
        };
        return new FacetLinks(
                Map.of("linh-vuc", "field"),
                chosen,
                new SearchResult(values, List.of(), Map.of("field", counts), false),
                LIST,
                visit,
                (facet, value) -> value.toUpperCase(java.util.Locale.ROOT));
    }
}
