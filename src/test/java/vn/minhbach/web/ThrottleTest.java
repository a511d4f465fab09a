package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;

/** An office is not shut out, and a program is; whoever waits is told how long. */
class ThrottleTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T02:00:00Z"));
    private final Throttle throttle = new Throttle(clock);
    private final Throttle.Limit limit = new Throttle.Limit("send", 60, Duration.ofHours(1));

    private void take(int times, String whose) {
        for (var i = 0; i < times; i++) {
            assertThat(throttle.take(limit, whose)).as("%d", i).isZero();
        }
    }

    @Test
    void whoeverIsRefusedIsToldWhenToComeBack() {
        take(60, "a");

        var wait = throttle.take(limit, "a");
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(Throttle.minutes(wait)).isEqualTo(1);
        assertThat(throttle.look(limit, "a")).isEqualTo(wait);
        clock.pass(wait);
        assertThat(throttle.take(limit, "a")).isZero();
        assertThat(throttle.take(limit, "a")).isPositive();
    }

    @Test
    void aNeighbourAndAnotherDeedHaveBucketsOfTheirOwn() {
        take(60, "a");

        assertThat(throttle.take(limit, "b")).isZero();
        assertThat(throttle.take(new Throttle.Limit("track", 60, Duration.ofHours(1)), "a"))
                .isZero();
    }

    @Test
    void whatDidNotCountIsGivenBack() {
        take(60, "a");
        throttle.giveBack(limit, "a");

        assertThat(throttle.take(limit, "a")).isZero();
        assertThat(throttle.take(limit, "a")).isPositive();
    }

    @Test
    void lookingTakesNothing() {
        for (var i = 0; i < 100; i++) {
            assertThat(throttle.look(limit, "a")).isZero();
        }
        take(60, "a");
    }

    @Test
    void aNetworkOfIpV6IsOnePlaceAndAnAddressOfIpV4Another() {
        assertThat(Throttle.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Throttle.network("2001:db8:1:2:9:9:9:9"));
        assertThat(Throttle.network("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Throttle.network("2001:db8:1:3:3:4:5:6"));
        assertThat(Throttle.network("192.0.2.1")).isNotEqualTo(Throttle.network("192.0.2.2"));
    }

    @Test
    void whoHasASiteOfIpV6HasNotABucketForEachOfItsNetworks() {
        var taken = IntStream.range(0, 5_000)
                .filter(i -> throttle.takeFrom(limit, "2001:db8:1:" + Integer.toHexString(i) + ":0:0:0:1")
                        .isZero())
                .count();

        assertThat(taken).isEqualTo(16 * 60);
        assertThat(throttle.lookFrom(limit, "2001:db8:1:ffff:0:0:0:1")).isPositive();
        assertThat(throttle.takeFrom(limit, "2001:db8:2:1:0:0:0:1")).isZero();
        throttle.giveBackFrom(limit, "2001:db8:1:ffff:0:0:0:1");
        assertThat(throttle.takeFrom(limit, "2001:db8:1:ffff:0:0:0:1")).isZero();
    }

    @Test
    void oneNetworkDoesNotShutOutTheWholeSite() {
        for (var i = 0; i < 5_000; i++) {
            throttle.takeFrom(limit, "2001:db8:1:1:0:0:0:1");
        }
        assertThat(throttle.takeFrom(limit, "2001:db8:1:1:0:0:0:1")).isPositive();
        assertThat(throttle.takeFrom(limit, "2001:db8:1:2:0:0:0:1")).isZero();
    }

    @Test
    void anAddressOfIpV4IsAPlaceByItself() {
        for (var i = 0; i < 60; i++) {
            assertThat(throttle.takeFrom(limit, "192.0.2.1")).isZero();
        }
        assertThat(throttle.takeFrom(limit, "192.0.2.1")).isPositive();
        assertThat(throttle.takeFrom(limit, "192.0.2.2")).isZero();
    }

    @Test
    void aWaitIsToldInWholeMinutes() {
        assertThat(Throttle.minutes(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(Throttle.minutes(Duration.ofSeconds(60))).isEqualTo(1);
        assertThat(Throttle.minutes(Duration.ofSeconds(61))).isEqualTo(2);
    }

    /** Whoever has a site of IPv6 has 65,536 networks; its neighbours in it lose nothing by what was refused. */
    @Test
    void aSiteOfIpv6CountsAsSixteenNetworksAndARefusalTakesNothing() {
        var small = new Throttle.Limit("small", 2, Duration.ofHours(1));
        for (var i = 0; i < 16; i++) {
            assertThat(throttle.takeFrom(small, "2001:db8:1:" + i + ":0:0:0:1")).isZero();
            assertThat(throttle.takeFrom(small, "2001:db8:1:" + i + ":0:0:0:1")).isZero();
        }
        var neighbour = "2001:db8:1:ffff:0:0:0:1";
        for (var i = 0; i < 10; i++) {
            assertThat(throttle.takeFrom(small, neighbour)).isPositive();
        }
        assertThat(throttle.look(small, Throttle.network(neighbour))).isZero();
        assertThat(throttle.takeFrom(small, "2001:db8:2:1:0:0:0:1")).isZero();
    }

    @Test
    void whatIsHeldIsCountedForASiteOrAnAddress() {
        assertThat(Throttle.holder("2001:db8:1:2:0:0:0:1")).isEqualTo(Throttle.holder("2001:db8:1:3:0:0:0:1"));
        assertThat(Throttle.holder("2001:db8:1:2:0:0:0:1")).isNotEqualTo(Throttle.holder("2001:db8:2:2:0:0:0:1"));
        assertThat(Throttle.holder("203.0.113.1")).isNotEqualTo(Throttle.holder("203.0.113.2"));
    }
}
