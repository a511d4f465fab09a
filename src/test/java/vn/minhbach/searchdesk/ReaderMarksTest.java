package vn.minhbach.searchdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;

/** Three readers are three networks: nobody becomes three by other browsers or other addresses of their own. */
class ReaderMarksTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T02:00:00Z"));
    private final ReaderMarks marks = new ReaderMarks();

    ReaderMarksTest() {
        marks.clock = clock;
    }

    @Test
    void addressesAndNetworksOfOneSiteAreOneReader() {
        var reader = marks.of("2001:db8:1:2:0:0:0:1");

        assertThat(marks.of("2001:db8:1:2:ffff:0:0:9")).isEqualTo(reader);
        assertThat(marks.of("2001:db8:1:3:0:0:0:1")).isEqualTo(reader);
        assertThat(marks.of("2001:db8:2:2:0:0:0:1")).isNotEqualTo(reader);
        assertThat(marks.of("203.0.113.1")).isNotEqualTo(marks.of("203.0.113.2"));
    }

    /** What they looked for on two days cannot be put together. */
    @Test
    void tomorrowTheyAreSomebodyElse() {
        var today = marks.of("203.0.113.1");
        clock.pass(Duration.ofDays(1));

        assertThat(marks.of("203.0.113.1")).isNotEqualTo(today);
    }
}
