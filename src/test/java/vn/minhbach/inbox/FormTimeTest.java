package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.SetClock;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Signatures;

/** People take longer than five seconds and less than a day. */
class FormTimeTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T02:00:00Z"));
    private final FormTime time = new FormTime(ProvedForms.signatures("k1", 1), clock);

    private boolean isHumanAfter(Duration age) {
        var stamp = time.stamp("t");
        clock.pass(age);
        return time.isHuman("t", stamp);
    }

    @Test
    void whoeverTakesTheirTimeIsHuman() {
        assertThat(isHumanAfter(Duration.ofSeconds(4))).isFalse();
        assertThat(isHumanAfter(Duration.ofSeconds(5))).isTrue();
        assertThat(isHumanAfter(Duration.ofDays(1))).isTrue();
        assertThat(isHumanAfter(Duration.ofDays(1).plusSeconds(1))).isFalse();
    }

    @Test
    void theMomentBelongsToItsForm() {
        var stamp = time.stamp("t");
        clock.pass(Duration.ofMinutes(1));

        assertThat(time.isHuman("t", stamp)).isTrue();
        assertThat(time.isHuman("other", stamp)).isFalse();
        assertThat(time.isHuman("t", "1" + stamp)).isFalse();
        assertThat(time.isHuman("t", stamp.replaceFirst("^\\d+", "1700000000"))).isFalse();
        assertThat(new FormTime(ProvedForms.signatures("k1", 2), clock).isHuman("t", stamp))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                ".",
                "1780279200.",
                "1780279200.AAAAAAAAAAAAAAAA",
                "99999999999999999999.AAAAAAAAAAAAAAAA"
            })
    void whatIsNoMomentIsNone(String stamp) {
        assertThat(time.shownAt("t", stamp)).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsSaid() {
        assertThat(new FormTime(new Signatures(DataKeys.of(KeyRing.EMPTY)), clock).stamp("t"))
                .isEmpty();
    }
}
