package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.shared.UnavailableException;

/** Who tries passwords waits; whose account it is does not, or not for long. */
class SignInGuardTest {

    private static final String HOME = "192.0.2.1";
    private static final String STRANGE = "198.51.100.7";

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T01:00:00Z"));
    private final SignInGuard guard = new SignInGuard(clock);

    /** Fails as often, and waits whenever it has to. */
    private void fail(String name, String address, int times) {
        for (var i = 0; i < times; i++) {
            clock.pass(guard.wait(name, address));
            assertThat(guard.admits(name, address)).isTrue();
        }
    }

    private boolean blocked(String name, String address) {
        return guard.wait(name, address).isPositive();
    }

    @Test
    void whoMistypesAFewTimesIsNotHeldUp() {
        fail("lan", HOME, 4);

        assertThat(blocked("lan", HOME)).isFalse();
    }

    @Test
    void eachFurtherFailureMakesTheNextTryWaitTwiceAsLongButNeverLongerThanAQuarterOfAnHour() {
        fail("lan", HOME, 5);
        assertThat(guard.wait("lan", HOME)).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(blocked("lan", HOME)).isFalse();
        fail("lan", HOME, 1);
        assertThat(guard.wait("lan", HOME)).isEqualTo(Duration.ofSeconds(60));
        fail("lan", HOME, 1_000);
        assertThat(guard.wait("lan", HOME)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aStrangerShutsNobodyOutWhoComesFromWhereTheyUsuallyDo() {
        guard.succeeded("lan", HOME);
        for (var i = 0; i < 200; i++) {
            fail("lan", "203.0.113." + i, 1);
        }

        assertThat(blocked("lan", HOME)).isFalse();
        assertThat(guard.wait("lan", STRANGE)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(1));
        assertThat(blocked("lan", STRANGE)).isFalse();
        assertThat(blocked("hoa", STRANGE)).isFalse();
    }

    @Test
    void manyNamesFromOneAddressWaitToo() {
        for (var i = 0; i < 70; i++) {
            fail("ten" + i, STRANGE, 1);
        }

        assertThat(blocked("ai-do", STRANGE)).isTrue();
        assertThat(blocked("ai-do", HOME)).isFalse();
    }

    /** Whoever has one address of IPv6 has billions of them. */
    @Test
    void aNetworkOfIpv6IsOneAddress() {
        for (var i = 0; i < 5; i++) {
            fail("lan", "2001:db8:1:2:0:0:0:" + i, 1);
        }

        assertThat(blocked("lan", "2001:db8:1:2:abcd:0:0:1")).isTrue();
        assertThat(blocked("lan", "2001:db8:1:3:0:0:0:1")).isFalse();
    }

    @Test
    void whoHasASiteOfIpv6HasNotAsManyTriesAsItHasNetworks() {
        var tried = IntStream.range(0, 5_000)
                .filter(i -> guard.admits("ten" + i, "2001:db8:1:" + Integer.toHexString(i) + ":0:0:0:1"))
                .count();

        assertThat(tried).isEqualTo(16 * 60);
        assertThat(blocked("lan", "2001:db8:2:1:0:0:0:1")).isFalse();
    }

    @Test
    void ofManyTriesAtTheSameMomentNoMoreAreMadeThanOneAfterTheOther() {
        var tried = IntStream.range(0, 200)
                .parallel()
                .filter(i -> guard.admits("lan", HOME))
                .count();
        var fromEverywhere = IntStream.range(0, 200)
                .parallel()
                .filter(i -> guard.admits("hoa", "203.0.113." + i))
                .count();

        assertThat(tried).isEqualTo(5);
        assertThat(fromEverywhere).isEqualTo(20);
    }

    @Test
    void whoGetsInHoldsUpNobodyBehindTheSameAddress() {
        fail("ai-do", STRANGE, 5);
        for (var i = 0; i < 200; i++) {
            assertThat(guard.admits("nguoi" + i, STRANGE)).isTrue();
            guard.succeeded("nguoi" + i, STRANGE);
        }
        fail("ai-khac", STRANGE, 5);
        assertThat(blocked("nguoi-moi", STRANGE)).isFalse();
    }

    @Test
    void afterManyFailuresATryThatSucceedsLeavesTheWaitAsItWas() {
        for (var i = 0; i < 61; i++) {
            fail("ten" + i, STRANGE, 1);
        }
        clock.pass(guard.wait("lan", STRANGE));
        assertThat(guard.admits("lan", STRANGE)).isTrue();
        assertThat(blocked("hoa", STRANGE)).isTrue();
        guard.succeeded("lan", STRANGE);
        assertThat(blocked("hoa", STRANGE)).isFalse();
    }

    @Test
    void successIsForgivenHereOnly() {
        fail("lan", HOME, 10);
        fail("lan", STRANGE, 10);
        guard.succeeded("lan", HOME);

        assertThat(blocked("lan", HOME)).isFalse();
        assertThat(blocked("lan", STRANGE)).isTrue();
    }

    @Test
    void noPlaceOfAnotherSiteIsLedTo() {
        assertThat(Next.place("/quan-tri/tu-dong-nghia?loc=a&trang=2"))
                .isEqualTo("/quan-tri/tu-dong-nghia?loc=a&trang=2");
        for (var elsewhere : new String[] {
            "",
            "//evil.example",
            "https://evil.example",
            "/quan-tri@evil.example",
            "/quan-tri.evil.example",
            "/\\evil.example",
            "/quan-tri\r\nSet-Cookie: a=b",
            "javascript:alert(1)",
            "/quan-tri/..//evil.example",
            "/quan-trix"
        }) {
            assertThat(Next.place(elsewhere)).as(elsewhere).isEqualTo("/quan-tri");
        }
    }

    /** While others keep all turns busy, whoever knows their password is not made to wait longer by having none. */
    @Test
    void aTryThatNeverHadItsTurnIsNone() {
        for (var i = 0; i < 100; i++) {
            assertThat(guard.admits("lan", HOME)).isTrue();
            assertThatThrownBy(() -> guard.tried("lan", HOME, () -> {
                        throw new UnavailableException(UnavailableException.Part.PORTAL);
                    }))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(blocked("lan", HOME)).isFalse();
        assertThat(blocked("hoa", HOME)).isFalse();
        assertThat(guard.tried("lan", HOME, () -> "proof")).isEqualTo("proof");
    }
}
