package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses of lists: every choice is one, and none can break out of its parameter. */
class PageAddressTest {

    private static final PageAddress LIST = PageAddress.of("/danh-muc-thu-tuc");

    @Test
    void anAddressWithoutParametersIsThePath() {
        assertThat(LIST).hasToString("/danh-muc-thu-tuc");
        assertThat(LIST.with("q", "")).hasToString("/danh-muc-thu-tuc");
    }

    @Test
    void aParameterGivenAgainTakesThePlaceOfTheFirst() {
        assertThat(LIST.with("q", "a").with("trang", "2").with("q", "b")).hasToString("/danh-muc-thu-tuc?q=b&trang=2");
    }

    @Test
    void anEmptyValueTakesTheParameterAway() {
        assertThat(LIST.with("q", "a").with("trang", "2").with("q", "")).hasToString("/danh-muc-thu-tuc?trang=2");
        assertThat(LIST.with("cap", List.of("A", "B")).with("cap", List.of())).hasToString("/danh-muc-thu-tuc");
    }

    @Test
    void changingAnAddressLeavesTheOldOneAlone() {
        var before = LIST.with("cap", List.of("A"));

        assertThat(before.toggle("cap", "B")).hasToString("/danh-muc-thu-tuc?cap=A&cap=B");
        assertThat(before).hasToString("/danh-muc-thu-tuc?cap=A");
    }

    @Test
    void togglingTwiceLeadsBack() {
        var before = LIST.with("q", "a").with("cap", List.of("A", "B"));

        assertThat(before.toggle("cap", "A")).hasToString("/danh-muc-thu-tuc?q=a&cap=B");
        assertThat(before.toggle("cap", "C").toggle("cap", "C")).hasToString(before.toString());
        assertThat(LIST.toggle("cap", "A").toggle("cap", "A")).hasToString(LIST.toString());
    }

    @Test
    void valuesAreEncoded() {
        assertThat(LIST.with("q", "\"><script>&trang=9#x y+z"))
                .hasToString("/danh-muc-thu-tuc?q=%22%3E%3Cscript%3E%26trang%3D9%23x+y%2Bz");
        assertThat(LIST.with("linh-vuc", "Hộ tịch")).hasToString("/danh-muc-thu-tuc?linh-vuc=H%E1%BB%99+t%E1%BB%8Bch");
    }
}
