package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes in by a public form is clean before anybody looks at it. */
class TypedFormTest {

    private static final TypedForm FORM = TypedForm.of(Map.of(
            "text", "một\r\nhai\rba\u0000\u202E\u200B",
            "line", "  nhiều \n dòng\t ",
            "decomposed", "e\u0302\u0301",
            "empty", ""));

    @Test
    void linesEndInOneWayAndNothingIsHidden() {
        assertThat(FORM.get("text")).isEqualTo("một\nhai\nba");
        assertThat(FORM.line("line")).isEqualTo("nhiều dòng");
        assertThat(FORM.get("decomposed")).isEqualTo("ế");
    }

    @Test
    void whatWasNotSentIsNothing() {
        assertThat(FORM.get("absent")).isEmpty();
        assertThat(FORM.has("absent")).isFalse();
        assertThat(FORM.has("empty")).isFalse();
        assertThat(FORM.has("line")).isTrue();
    }

    @Test
    void anOfficeIsNotShutOutAndAProgramIs() {
        var throttle = new Throttle();
        for (var i = 0; i < 50; i++) {
            assertThat(throttle.tooOften("submit", "192.0.2.1", 50)).isFalse();
        }
        assertThat(throttle.tooOften("submit", "192.0.2.1", 50)).isTrue();
        assertThat(throttle.tooOften("submit", "192.0.2.2", 50)).isFalse();
        assertThat(throttle.tooOften("track", "192.0.2.1", 50)).isFalse();
    }

    @Test
    void aNetworkOfIpV6IsOnePlace() {
        var throttle = new Throttle();

        assertThat(throttle.tooOften("submit", "2001:db8:1:2:3:4:5:6", 1)).isFalse();
        assertThat(throttle.tooOften("submit", "2001:db8:1:2:9:9:9:9", 1)).isTrue();
    }
}
