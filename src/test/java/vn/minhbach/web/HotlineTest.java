package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom somebody with a matter is told to call. */
class HotlineTest {

    @Test
    void theOfficeHelpsWithEverythingAndTheOthersWithTheirFields() {
        var office = new Hotline("Văn phòng", "0200", "tel:0200", "", "", List.of());
        var heritage = new Hotline("Di tích", "0201", "tel:0201", "", "", List.of("Di sản văn hóa", "Khảo cổ"));

        assertThat(office.helpsWith("Hộ tịch")).isTrue();
        assertThat(office.helpsWith("")).isTrue();
        assertThat(heritage.helpsWith("Khảo cổ")).isTrue();
        assertThat(heritage.helpsWith("Hộ tịch")).isFalse();
        assertThat(heritage.helpsWith("")).as("of no known field").isFalse();
    }
}
