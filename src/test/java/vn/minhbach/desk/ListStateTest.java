package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where one stands in a list, as the address has it. */
class ListStateTest {

    @Test
    void saysNothingOfWhatWasNotChosen() {
        assertThat(new ListState("", "", false, 1).query()).isEmpty();
        assertThat(new ListState("", "", false, 1).after("ma=17")).isEqualTo("?ma=17");
    }

    @Test
    void saysFilterOrderAndPage() {
        var state = new ListState("thẻ & sổ", "updatedAt", true, 3);
        assertThat(state.query()).isEqualTo("?loc=th%E1%BA%BB+%26+s%E1%BB%95&xep=-updatedAt&trang=3");
        assertThat(state.after("ma=17")).startsWith("?ma=17&loc=").endsWith("&trang=3");
    }

    @Test
    void keepsTheFilterWhenOrderAndPageChange() {
        var state = new ListState("thẻ", "", false, 3).at(2, "term", false);
        assertThat(state).isEqualTo(new ListState("thẻ", "term", false, 2));
    }
}
