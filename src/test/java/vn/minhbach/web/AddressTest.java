package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every public page has an address in each language, and it is the same page. */
class AddressTest {

    @Test
    void onlyALanguageInFrontIsTakenAway() {
        assertThat(Address.withoutLanguage("/en/tin-tuc/mot-bai")).isEqualTo("/tin-tuc/mot-bai");
        assertThat(Address.withoutLanguage("/en")).isEmpty();
        assertThat(Address.withoutLanguage("/en?het=1")).isEqualTo("?het=1");
        for (var same :
                new String[] {"/", "/tin-tuc", "/nhan/en", "/bai-viet/en/xem", "/english", "/energy/en", "en", ""}) {
            assertThat(Address.withoutLanguage(same)).isEqualTo(same);
        }
    }
}
